using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>The scale that tells which colors are low and which are high values.</summary>
internal static class ValueColors
{
    private const double Height = 44, Longest = 160, Words = 72;

    /// <summary>Draws it in the middle between two ends, and tells how high it is.</summary>
    public static double Draw(Svg svg, double left, double right, double top)
    {
        double length = Math.Min(Longest, right - left - (2 * Words)), from = ((left + right) / 2) - (length / 2), step = length / Looks.Steps;
        for (int i = 0; i < Looks.Steps; i++)
            svg.Rectangle($"te-v{i}", from + (i * step), top, step + 0.3, 10);
        svg.Text("te-small te-quiet", "low value", from - 8, top + 10, "end");
        svg.Text("te-small te-quiet", "high value", from + length + 8, top + 10);
        svg.Rectangle("te-vm", from, top + 20, step, 10);
        svg.Text("te-small te-quiet", "no order or no value", from + step + 8, top + 30);
        return Height;
    }
}
