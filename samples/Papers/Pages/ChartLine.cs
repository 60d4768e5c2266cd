namespace Papers;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What the legend calls it; lines of the same name in the charts of a sheet share one entry and color.</param>
/// <param name="Points">From left to right; points that are not finite are left out.</param>
public sealed record ChartLine(string Name, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Whether the points are joined.</summary>
    public bool IsJoined { get; init; } = true;

    /// <summary>Whether every point has a dot.</summary>
    public bool HasMarks { get; init; } = true;

    /// <summary>Whether it is dashed, as published values are beside measured ones.</summary>
    public bool IsDashed { get; init; }
}
