namespace TypedExplain.Reports.Charts;

/// <summary>A bar.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Look">Its classes.</param>
internal sealed record BarMark(double From, double To, string Look) : RowMark;
