namespace TypedExplain.Reports.Charts;

/// <summary>A rectangle of the plane, with how many there are in it as a share of the most.</summary>
internal sealed record PlaneCell(double Left, double Right, double Bottom, double Top, double Share);
