namespace TypedExplain.Reports.Charts;

/// <summary>A point of a series, with its interval where it has one.</summary>
internal sealed record PointMark(double At, int Series, double Lower = double.NaN, double Upper = double.NaN) : RowMark;
