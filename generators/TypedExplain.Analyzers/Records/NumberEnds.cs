using Microsoft.CodeAnalysis;
using TypedExplain.Schema.Values;

namespace TypedExplain.Analyzers.Records;

/// <summary>The numbers that a column holds of a type: all finite ones, but of a <c>long</c>, a <c>ulong</c> and a <c>decimal</c> fewer than the type.</summary>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
internal readonly record struct NumberEnds(double Least, double Most)
{
    public static NumberEnds Of(SpecialType type) => type switch
    {
        SpecialType.System_Int64 or SpecialType.System_UInt64 => new(-RuntimeLimits.LargestInteger, RuntimeLimits.LargestInteger),
        SpecialType.System_Decimal => new(-RuntimeLimits.LargestDecimal, RuntimeLimits.LargestDecimal),
        _ => new(double.NegativeInfinity, double.PositiveInfinity),
    };
}
