namespace TypedExplain;

/// <summary>
/// Encoded rows that are being written in interpretable form: one number per feature. Generated code calls one
/// method per feature, in any order.
/// </summary>
public readonly ref struct Interpretation
{
    /// <summary>The encoded instance: categories are compared with its own.</summary>
    internal ReadOnlySpan<double> Instance { get; init; }

    /// <summary>Per feature: where numbers are centered.</summary>
    internal ReadOnlySpan<double> Mean { get; init; }

    /// <summary>Per feature: the standard deviation of numbers.</summary>
    internal ReadOnlySpan<double> Scale { get; init; }

    /// <summary>The encoded rows, row after row.</summary>
    internal ReadOnlySpan<double> Rows { get; init; }

    /// <summary>Where the interpretable rows go.</summary>
    internal Span<double> Interpretable { get; init; }

    /// <summary>Numbers between the start of one interpretable row and the next.</summary>
    internal int Stride { get; init; }

    /// <summary>Where the features of a record inside another one begin; 0 for the record itself.</summary>
    internal int FirstFeature { get; init; }

    /// <summary>Where its columns begin.</summary>
    internal int FirstColumn { get; init; }

    /// <summary>A number in standard deviations from the mean.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    public void Number(int feature, int column)
    {
        feature += FirstFeature;
        double mean = Mean[feature], scale = Scale[feature];
        int columns = Instance.Length;
        for (int from = FirstColumn + column, to = feature; from < Rows.Length; from += columns, to += Stride)
            Interpretable[to] = (Rows[from] - mean) / scale;
    }

    /// <summary>1 where a flag is as in the instance, 0 where it is not.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    public void Flag(int feature, int column)
    {
        int columns = Instance.Length;
        double own = Instance[FirstColumn + column];
        for (int from = FirstColumn + column, to = FirstFeature + feature; from < Rows.Length; from += columns, to += Stride)
            Interpretable[to] = Rows[from] == own ? 1 : 0;
    }

    /// <summary>1 where the category is the instance's, 0 where it is another.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">The first of its columns.</param>
    /// <param name="categories">How many categories there are.</param>
    public void Category(int feature, int column, int categories) =>
        Flag(feature, column + Cell.ToCategory(Instance.Slice(FirstColumn + column, categories)));

    /// <summary>The features of a record inside this one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="feature">Position of its first feature.</param>
    /// <param name="column">Its first column.</param>
    public void Record<TInner>(int feature, int column)
        where TInner : IFeatureRecord<TInner> =>
        TInner.Interpret(this with { FirstFeature = FirstFeature + feature, FirstColumn = FirstColumn + column });
}
