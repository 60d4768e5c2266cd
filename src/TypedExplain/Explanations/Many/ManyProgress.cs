using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>How far the explanation of many instances is.</summary>
/// <param name="Done">How many were explained or failed.</param>
/// <param name="Failed">How many of these failed.</param>
/// <param name="Total">How many there are; null where that is not known beforehand.</param>
/// <param name="Queries">How many rows the instances asked about; rows of a batch that failed and was asked about again in parts count once.</param>
/// <param name="Elapsed">The time since the beginning.</param>
public readonly record struct ManyProgress(long Done, long Failed, long? Total, long Queries, TimeSpan Elapsed)
{
    /// <summary>How many instances are done in a second, so far; 0 before the first.</summary>
    public double RowsPerSecond => Done == 0 || Elapsed <= TimeSpan.Zero ? 0 : Done / Elapsed.TotalSeconds;

    /// <summary>The time that the others will take at this rate; null where it cannot be told.</summary>
    public TimeSpan? Left => Total is { } total && RowsPerSecond > 0 && (total - Done) / RowsPerSecond < TimeSpan.MaxValue.TotalSeconds
        ? TimeSpan.FromSeconds((total - Done) / RowsPerSecond)
        : null;

    /// <summary>The numbers in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Done}{(Total is { } total ? $" of {total}" : "")} done, {Failed} failed, {Queries} {Noun.Of(Queries, "query", "queries")}, {RowsPerSecond:0.#} a second{(Left is { } left ? $@", {left:d\.hh\:mm\:ss} left" : "")}");
}
