namespace TypedExplain.Reports.Charts;

/// <summary>A point of a series, with its name and from where to where it may lie.</summary>
internal sealed record PlanePoint(double X, double Y, int Series, string Name = "", double Lower = double.NaN, double Upper = double.NaN)
{
    /// <summary>Whether it is drawn with a ring around it.</summary>
    public bool IsRinged { get; init; }
}
