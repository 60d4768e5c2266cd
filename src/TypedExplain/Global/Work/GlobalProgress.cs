using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>How far a global explanation is.</summary>
/// <param name="Queries">How many rows the model has answered.</param>
/// <param name="Total">How many it will be asked about in all.</param>
public readonly record struct GlobalProgress(long Queries, long Total)
{
    /// <summary>The part that is done, from 0 to 1.</summary>
    public double Share => Total == 0 ? 1 : (double)Queries / Total;

    /// <summary>The numbers in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Queries:N0} of {Total:N0} {Noun.Of(Total, "row")}");
}
