using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>The scale that tells which colors are low and which are high values.</summary>
internal static class ValueColors
{
    private const double Height = 24, Width = 160;

    /// <summary>Draws it in the middle between two ends, and tells how high it is.</summary>
    public static double Draw(Svg svg, double left, double right, double top)
    {
        double from = ((left + right) / 2) - (Width / 2), step = Width / Looks.Steps;
        for (int i = 0; i < Looks.Steps; i++)
            svg.Rectangle($"te-v{i}", from + (i * step), top, step + 0.3, 10);
        svg.Text("te-small te-quiet", "low value", from - 8, top + 10, "end");
        svg.Text("te-small te-quiet", "high value", from + Width + 8, top + 10);
        return Height;
    }
}
