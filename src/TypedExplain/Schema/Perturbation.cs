namespace TypedExplain;

/// <summary>
/// A block of neighbors that is being drawn. Generated code calls one method per feature, in any order; each fills
/// that feature's columns of every row with legal values and reads only the feature's own random stream.
/// </summary>
public readonly ref struct Perturbation
{
    /// <summary>Per column: where the numbers are centered, or the cumulative frequency of categories.</summary>
    internal ReadOnlySpan<double> Center { get; init; }

    /// <summary>Per feature: the standard deviation of the numbers drawn.</summary>
    internal ReadOnlySpan<double> Spread { get; init; }

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
        Normal(feature, column);
        foreach (ref double value in Draws)
            value = Fold(value, minimum, maximum);
        Write(column);
    }

    /// <summary>Draws a <see cref="float"/> feature; what falls outside the limits is folded back inside.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value, a <see cref="float"/>.</param>
    /// <param name="maximum">Largest legal value, a <see cref="float"/>.</param>
    public void Single(int feature, int column, double minimum = float.MinValue, double maximum = float.MaxValue)
    {
        Normal(feature, column);
        foreach (ref double value in Draws)
            value = (float)Fold(value, minimum, maximum);
        Write(column);
    }

    /// <summary>Draws a <see cref="Half"/> feature; what falls outside the limits is folded back inside.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value, a <see cref="Half"/>.</param>
    /// <param name="maximum">Largest legal value, a <see cref="Half"/>.</param>
    public void Half(int feature, int column, double minimum, double maximum)
    {
        Normal(feature, column);
        foreach (ref double value in Draws)
            value = (double)(System.Half)Fold(value, minimum, maximum);
        Write(column);
    }

    /// <summary>Draws a <see cref="decimal"/> feature of 15 significant digits, folded into its limits.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value.</param>
    /// <param name="maximum">Largest legal value.</param>
    public void Decimal(int feature, int column, double minimum = -Cell.LargestDecimal, double maximum = Cell.LargestDecimal)
    {
        Normal(feature, column);
        foreach (ref double value in Draws)
            value = Math.Clamp((double)Cell.ToDecimal(Fold(value, minimum, maximum)), minimum, maximum);
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
        Normal(feature, column);
        foreach (ref double value in Draws)
            value = Cell.NearestTime(Fold(value, minimum, maximum), wholeDays, unit) + 0.0;
        Write(column);
    }

    /// <summary>Draws a whole number, folded into its limits.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value, a whole number.</param>
    /// <param name="maximum">Largest legal value, a whole number.</param>
    public void Whole(int feature, int column, double minimum, double maximum)
    {
        Normal(feature, column);
        foreach (ref double value in Draws)
            value = Math.Clamp(Math.Round(Fold(value, minimum, maximum), MidpointRounding.ToEven), minimum, maximum) + 0.0;
        Write(column);
    }

    /// <summary>Draws a flag by how often it is set.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    public void Flag(int feature, int column)
    {
        if (AroundRows)
            return;
        Stream.For(FirstFeature + feature).FillUniform(First, Draws);
        double frequency = Center[FirstColumn + column];
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
        Stream.For(FirstFeature + feature).FillUniform(First, Draws);
        ReadOnlySpan<double> cumulative = Center.Slice(FirstColumn + column, categories);
        for (int row = 0; row < Draws.Length; row++)
        {
            int drawn = 0;
            while (drawn < categories - 1 && Draws[row] >= cumulative[drawn])
                drawn++;
            Cell.FromCategory(drawn, Rows.Slice((row * Columns) + FirstColumn + column, categories));
        }
    }

    /// <summary>Draws the features of a record inside this one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="feature">Position of its first feature.</param>
    /// <param name="column">Its first column.</param>
    public void Record<TInner>(int feature, int column)
        where TInner : IFeatureRecord<TInner> =>
        TInner.Perturb(this with { FirstFeature = FirstFeature + feature, FirstColumn = FirstColumn + column });

    private void Normal(int feature, int column)
    {
        double spread = Spread[FirstFeature + feature];
        if (spread == 0)
            Draws.Clear();
        else
            Stream.For(FirstFeature + feature).FillNormal(First, Draws);
        if (AroundRows)
        {
            for (int row = 0, at = FirstColumn + column; row < Draws.Length; row++, at += Columns)
                Draws[row] = Math.FusedMultiplyAdd(spread, Draws[row], Rows[at]);
            return;
        }

        double center = Center[FirstColumn + column];
        foreach (ref double value in Draws)
            value = Math.FusedMultiplyAdd(spread, value, center);
    }

    private void Write(int column)
    {
        for (int row = 0, at = FirstColumn + column; row < Draws.Length; row++, at += Columns)
            Rows[at] = Draws[row];
    }

    /// <summary>Mirrors a number at the limits until it lies between them.</summary>
    internal static double Fold(double value, double minimum, double maximum)
    {
        if (value >= minimum && value <= maximum)
            return value;

        // Far outside, whole periods of the mirrored line are taken off at once.
        double width = maximum - minimum;
        double outside = value < minimum ? minimum - value : value - maximum;
        if (outside > 4 * width)
            value = minimum + (Math.Abs(value - minimum) % (2 * width));
        for (int i = 0; i < 6 && !(value >= minimum && value <= maximum); i++)
            value = value < minimum ? minimum + (minimum - value) : maximum - (value - maximum);
        return Math.Clamp(value, minimum, maximum);
    }
}
