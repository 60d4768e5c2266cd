using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>What the colors and shapes of a chart mean.</summary>
/// <param name="Entries">The names with their series.</param>
internal sealed record ChartLegend(IReadOnlyList<(string Name, int Series)> Entries)
{
    public const double LineHeight = 20;

    private const double Gap = 18, Sample = 16;

    /// <summary>Draws it in as many lines as it takes, and tells where it ends.</summary>
    public double Draw(Svg svg, double left, double top, double width)
    {
        double x = left, y = top;
        foreach ((string name, int series) in Entries)
        {
            double needed = Math.Min(Sample + (TextWidth.Of(name) * Svg.SmallLetters), width - left);
            if (x > left && x + needed > width)
                (x, y) = (left, y + LineHeight);
            svg.Mark(Looks.Of(series), series, x + 5, y + 10, 5);
            svg.Text("te-small", name, x + Sample, y + 14, room: width - x - Sample);
            x += needed + Gap;
        }

        return Entries.Count == 0 ? top : y + LineHeight + 4;
    }
}
