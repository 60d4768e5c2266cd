using TypedExplain.ML.Trees;

namespace TypedExplain.ML.Features;

/// <summary>A number that trees ask about and that is no column of an encoded row.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Missing">What is replaced by an infinite number.</param>
/// <param name="IsMissingTrue">Whether that is −∞, which goes the way of true.</param>
/// <param name="Set">The categories for which the number is 0, and 1 for every other; null where numbers are compared.</param>
internal sealed record DerivedNumber<T>(ColumnSource<T> Source, MissingWay Missing, bool IsMissingTrue, CategorySet? Set)
    where T : IFeatureRecord<T>
{
    // What LightGBM takes for 0: its constant of single precision.
    private const double Zero = 1e-35f;

    /// <summary>The number; never NaN.</summary>
    /// <param name="row">The columns of an encoded row.</param>
    public double Value(ReadOnlySpan<double> row)
    {
        double number = Source.Read(row);
        bool isOwnWay = Missing switch
        {
            MissingWay.Missing => double.IsNaN(number),
            MissingWay.Zero => !(Math.Abs(number) > Zero),
            _ => false,
        };
        if (isOwnWay)
            return IsMissingTrue ? double.NegativeInfinity : double.PositiveInfinity;
        if (Set is not null)
            return Set.Contains(number) ? 0 : 1;
        return double.IsNaN(number) ? 0 : number;
    }

    /// <summary>What it is, as text.</summary>
    public string Describe() => $"{Source.Describe()}|{Missing}|{IsMissingTrue}|{Set?.Key}";
}
