using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Records;

/// <summary>The numbers that a column holds of a type: all finite ones, but of a <c>long</c>, a <c>ulong</c> and a <c>decimal</c> fewer than the type.</summary>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
internal readonly record struct NumberEnds(double Least, double Most)
{
    private const double LargestInteger = 9007199254740991;
    private const double LargestDecimal = 7.9e27;

    public static NumberEnds Of(SpecialType type) => type switch
    {
        SpecialType.System_Int64 or SpecialType.System_UInt64 => new(-LargestInteger, LargestInteger),
        SpecialType.System_Decimal => new(-LargestDecimal, LargestDecimal),
        _ => new(double.NegativeInfinity, double.PositiveInfinity),
    };
}
