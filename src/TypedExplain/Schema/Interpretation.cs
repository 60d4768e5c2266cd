using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain.Generated;

/// <summary>
/// Encoded rows that are being written in interpretable form: one number per feature. Generated code calls one
/// method per feature or run of numbers, a feature of missing values after those that it speaks of.
/// </summary>
public readonly ref struct Interpretation
{
    /// <summary>The encoded instance: categories are compared with its own, numbers on a circle measured from it.</summary>
    internal ReadOnlySpan<double> Instance { get; init; }

    /// <summary>Per feature: where numbers are centered, on their scale.</summary>
    internal ReadOnlySpan<double> Mean { get; init; }

    /// <summary>Per feature: the standard deviation of numbers, on their scale.</summary>
    internal ReadOnlySpan<double> Scale { get; init; }

    /// <summary>Per feature: its scale.</summary>
    internal ReadOnlySpan<Axis> Axes { get; init; }

    /// <summary>Per feature: what a missing value counts as; empty where none can be missing.</summary>
    internal ReadOnlySpan<double> Absent { get; init; }

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

    /// <summary>A number in standard deviations from the mean; on a circle, from the instance.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    public void Number(int feature, int column)
    {
        feature += FirstFeature;
        column += FirstColumn;
        Axis axis = Axes[feature];
        double mean = Mean[feature], scale = Scale[feature], own = Instance[column];
        int columns = Instance.Length;
        if (axis.Scale == FeatureScale.Linear)
        {
            for (int from = column, to = feature; from < Rows.Length; from += columns, to += Stride)
                Interpretable[to] = (Rows[from] - mean) / scale;
            return;
        }

        for (int from = column, to = feature; from < Rows.Length; from += columns, to += Stride)
            Interpretable[to] = (axis.Scale == FeatureScale.Cyclic ? axis.Turn(own, Rows[from]) : axis.Scaled(Rows[from]) - mean) / scale;
    }

    /// <summary>Numbers that follow each other; the same as one call each.</summary>
    /// <param name="feature">Position of the first feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="count">How many there are.</param>
    public void Numbers(int feature, int column, int count)
    {
        int first = FirstFeature + feature;
        if (AreLinear(Axes.Slice(first, count)))
        {
            VectorOps.Standardize(Rows[(FirstColumn + column)..], Instance.Length, Mean.Slice(first, count), Scale.Slice(first, count), Interpretable[first..], Stride);
            return;
        }

        for (int i = 0; i < count; i++)
            Number(feature + i, column + i);
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

    /// <summary>1 where the category is the instance's, 0 where it is another; for a category that does not fill one column each.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">The first of its columns.</param>
    /// <param name="columns">How many columns it has.</param>
    public void Code(int feature, int column, int columns)
    {
        int width = Instance.Length;
        ReadOnlySpan<double> own = Instance.Slice(FirstColumn + column, columns);
        for (int from = FirstColumn + column, to = FirstFeature + feature; from < Rows.Length; from += width, to += Stride)
            Interpretable[to] = Rows.Slice(from, columns).SequenceEqual(own) ? 1 : 0;
    }

    /// <summary>
    /// 1 where the property has a value or none as in the instance. Where it has none, its features count as the mean of
    /// those that have one; where the instance has none, its flags and categories are compared with nothing and count 0.
    /// </summary>
    /// <param name="feature">Position of the feature that says so.</param>
    /// <param name="column">Its column.</param>
    /// <param name="covers">How many features directly before it the property's value has.</param>
    public void Missing(int feature, int column, int covers)
    {
        Flag(feature, column);
        int first = FirstFeature + feature - covers;
        bool isMissing = Instance[FirstColumn + column] == 1;
        int columns = Instance.Length;
        for (int from = FirstColumn + column, to = first; from < Rows.Length; from += columns, to += Stride)
        {
            for (int i = 0; i < covers; i++)
            {
                if (isMissing && !Axes[first + i].IsNumeric)
                    Interpretable[to + i] = 0;
                else if (Rows[from] == 1)
                    Interpretable[to + i] = Absent[first + i];
            }
        }
    }

    /// <summary>The features of a record inside this one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="feature">Position of its first feature.</param>
    /// <param name="column">Its first column.</param>
    public void Record<TInner>(int feature, int column)
        where TInner : IFeatureRecord<TInner> =>
        TInner.Interpret(this with { FirstFeature = FirstFeature + feature, FirstColumn = FirstColumn + column });

    private static bool AreLinear(ReadOnlySpan<Axis> axes)
    {
        foreach (Axis axis in axes)
        {
            if (axis.Scale != FeatureScale.Linear)
                return false;
        }

        return true;
    }
}
