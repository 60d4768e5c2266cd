namespace TypedExplain.Reports.Charts;

/// <summary>A rectangle of the plane and how it looks.</summary>
internal sealed record PlaneCell(double Left, double Right, double Bottom, double Top, string Look);
