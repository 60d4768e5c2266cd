using TypedExplain.Schema;

namespace TypedExplain.Generated;

/// <summary>
/// A block of neighbors that is being drawn. Generated code calls one method per feature or run of features, in any order; each
/// fills those columns of every row with legal values and reads only a feature's own random stream for it.
/// </summary>
public readonly ref partial struct Perturbation
{
    /// <summary>Per slot: where a number is centered on its scale, or the cumulative frequency of categories.</summary>
    internal ReadOnlySpan<double> Center { get; init; }

    /// <summary>Per feature: the standard deviation of the numbers drawn, on their scale.</summary>
    internal ReadOnlySpan<double> Spread { get; init; }

    /// <summary>Per feature: how it is drawn.</summary>
    internal ReadOnlySpan<Axis> Axes { get; init; }

    /// <summary>Per feature that is drawn from the background: its values there.</summary>
    internal ReadOnlySpan<double[]?> Marginals { get; init; }

    /// <summary>The rows to fill, row after row.</summary>
    internal Span<double> Rows { get; init; }

    /// <summary>Scratch, one number per row.</summary>
    internal Span<double> Draws { get; init; }

    /// <summary>Numbers in a row.</summary>
    internal int Columns { get; init; }

    /// <summary>Position of the first row in its neighborhood; a multiple of <see cref="RandomStream.BlockLength"/>.</summary>
    internal long First { get; init; }

    /// <summary>The stream of the neighborhood; each feature derives its own.</summary>
    internal RandomStream Stream { get; init; }

    /// <summary>
    /// Whether every row already holds a center of its own: numbers are then drawn around that, and flags and categories
    /// stay as they are; <see cref="Center"/> is not looked at.
    /// </summary>
    internal bool AroundRows { get; init; }

    /// <summary>Whether a number without a spread stays as its row has it, and is not even rounded or folded.</summary>
    internal bool LeavesStill { get; init; }

    /// <summary>
    /// Per feature, in whole blocks: the standard normal numbers of its stream, made beforehand; empty where each feature
    /// makes its own.
    /// </summary>
    internal ReadOnlySpan<double> Normals { get; init; }

    /// <summary>
    /// How the rows depend on each other; those of a Latin hypercube are all of them: of n draws of a feature one lies in each
    /// n-th part of its distribution, in an order of its own.
    /// </summary>
    internal SamplingDesign Design { get; init; }

    /// <summary>
    /// Per feature that is a category: where the share of the instance's own begins, from which draws are counted, so that of
    /// a pair not both are drawn from the middle; empty where they are counted from 0.
    /// </summary>
    internal ReadOnlySpan<double> OwnShares { get; init; }

    /// <summary>Where the features of a record inside another one begin; 0 for the record itself.</summary>
    internal int FirstFeature { get; init; }

    /// <summary>Where its columns begin.</summary>
    internal int FirstColumn { get; init; }

    /// <summary>Draws a <see cref="double"/> feature; what falls outside the limits is folded back inside.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value.</param>
    /// <param name="maximum">Largest legal value.</param>
    public void Real(int feature, int column, double minimum = double.MinValue, double maximum = double.MaxValue)
    {
        if (IsStill(feature))
            return;
        Fill(feature, column, minimum, maximum);
        Write(column);
    }

    /// <summary>Draws a <see cref="float"/> feature; what falls outside the limits is folded back inside.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value, a <see cref="float"/>.</param>
    /// <param name="maximum">Largest legal value, a <see cref="float"/>.</param>
    public void Single(int feature, int column, double minimum = float.MinValue, double maximum = float.MaxValue)
    {
        if (IsStill(feature))
            return;
        Fill(feature, column, minimum, maximum);
        foreach (ref double value in Draws)
            value = (float)value;
        Write(column);
    }

    /// <summary>Draws a <see cref="Half"/> feature; what falls outside the limits is folded back inside.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value, a <see cref="Half"/>.</param>
    /// <param name="maximum">Largest legal value, a <see cref="Half"/>.</param>
    public void Half(int feature, int column, double minimum, double maximum)
    {
        if (IsStill(feature))
            return;
        Fill(feature, column, minimum, maximum);
        foreach (ref double value in Draws)
            value = (double)(System.Half)value;
        Write(column);
    }

    /// <summary>Draws a <see cref="decimal"/> feature of 15 significant digits, folded into its limits.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value.</param>
    /// <param name="maximum">Largest legal value.</param>
    public void Decimal(int feature, int column, double minimum = -Cell.LargestDecimal, double maximum = Cell.LargestDecimal)
    {
        if (IsStill(feature))
            return;
        Fill(feature, column, minimum, maximum);
        foreach (ref double value in Draws)
            value = Math.Clamp((double)Cell.ToDecimal(value), minimum, maximum);
        Write(column);
    }

    /// <summary>Draws a date or a duration, folded into its limits: whole days, or whole microseconds.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="wholeDays">Whether the values are days.</param>
    /// <param name="unit">The unit of the column.</param>
    /// <param name="minimum">Smallest legal value, in units.</param>
    /// <param name="maximum">Largest legal value, in units.</param>
    public void Time(int feature, int column, bool wholeDays, TimeUnit unit, double minimum, double maximum)
    {
        if (IsStill(feature))
            return;
        Fill(feature, column, minimum, maximum);
        foreach (ref double value in Draws)
            value = Cell.NearestTime(value, wholeDays, unit) + 0.0;
        Write(column);
    }

    /// <summary>Draws a whole number, folded into its limits.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value, a whole number.</param>
    /// <param name="maximum">Largest legal value, a whole number.</param>
    public void Whole(int feature, int column, double minimum, double maximum)
    {
        if (IsStill(feature))
            return;
        Fill(feature, column, minimum, maximum, margin: 0.5);
        foreach (ref double value in Draws)
            value = Math.Clamp(Math.Round(value, MidpointRounding.ToEven), minimum, maximum) + 0.0;
        Write(column);
    }

    /// <summary>Draws a flag by how often it is set.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    public void Flag(int feature, int column)
    {
        if (AroundRows)
            return;
        FillUniform(Stream.For(FirstFeature + feature), FirstFeature + feature);
        double frequency = Center[Axes[FirstFeature + feature].Slot];
        foreach (ref double value in Draws)
            value = value < frequency ? 1 : 0;
        Write(column);
    }

    /// <summary>Draws a category by how often each occurs.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">The first of its columns.</param>
    /// <param name="categories">How many categories there are.</param>
    public void Category(int feature, int column, int categories)
    {
        if (AroundRows)
            return;
        FillUniform(Stream.For(FirstFeature + feature), FirstFeature + feature);
        for (int row = 0; row < Draws.Length; row++)
            Cell.FromCategory(CategoryAt(feature, Draws[row]), Rows.Slice((row * Columns) + FirstColumn + column, categories));
    }

    /// <summary>Draws a category that fills its columns in another way than one each.</summary>
    /// <typeparam name="T">The record that has the feature.</typeparam>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">The first of its columns.</param>
    public void Category<T>(int feature, int column)
        where T : IFeatureRecord<T>
    {
        if (AroundRows)
            return;
        Feature<T> known = T.Schema.Features[feature];
        FillUniform(Stream.For(FirstFeature + feature), FirstFeature + feature);
        for (int row = 0; row < Draws.Length; row++)
            known.WriteCategory(CategoryAt(feature, Draws[row]), Rows.Slice((row * Columns) + FirstColumn + column, known.ColumnCount));
    }

    /// <summary>Draws whether a property has no value, and takes its value away where it has none.</summary>
    /// <param name="feature">Position of the feature that says so.</param>
    /// <param name="column">Its column, directly after those of the property.</param>
    /// <param name="columns">How many columns the property's value has.</param>
    public void Missing(int feature, int column, int columns)
    {
        Flag(feature, column);
        for (int row = 0, at = FirstColumn + column; row < Draws.Length; row++, at += Columns)
        {
            if (Rows[at] == 1)
                Rows.Slice(at - columns, columns).Clear();
        }
    }

    /// <summary>Draws the features of a record inside this one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="feature">Position of its first feature.</param>
    /// <param name="column">Its first column.</param>
    public void Record<TInner>(int feature, int column)
        where TInner : IFeatureRecord<TInner> =>
        TInner.Perturb(this with { FirstFeature = FirstFeature + feature, FirstColumn = FirstColumn + column });
}
