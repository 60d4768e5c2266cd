namespace Papers;

/// <summary>A chart of lines with error bars.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Across">What the horizontal axis shows, with its unit.</param>
/// <param name="Up">What the vertical axis shows.</param>
/// <param name="Lines">The lines.</param>
public sealed record LineChart(string Title, string Across, string Up, IReadOnlyList<ChartLine> Lines)
{
    /// <summary>Whether the horizontal axis is logarithmic.</summary>
    public bool IsLogAcross { get; init; }

    /// <summary>Whether the vertical axis is logarithmic.</summary>
    public bool IsLogUp { get; init; }

    /// <summary>Only this chart as a picture.</summary>
    public string ToSvg() => new ChartSheet(Title, [this with { Title = "" }]) { Columns = 1, Width = 460, Height = 300 }.ToSvg();
}
