using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>Which color a number has: from the lowest to the highest, or from 0 both ways, as far below as above.</summary>
internal readonly record struct HeatColors(double Low, double High, bool IsDiverging)
{
    private const double Height = 62, Longest = 300;

    /// <summary>The colors of numbers.</summary>
    public static HeatColors Of(IEnumerable<double> numbers, bool isDiverging)
    {
        double[] all = [.. numbers.Where(double.IsFinite).DefaultIfEmpty(0)];
        double largest = all.Max(Math.Abs);
        return isDiverging ? new(-largest, largest, isDiverging) : new(all.Min(), all.Max(), isDiverging);
    }

    /// <summary>The look of a number.</summary>
    public string Look(double number)
    {
        // Halves, since the difference of the largest numbers is none.
        double half = (High / 2) - (Low / 2), place = half > 0 ? ((number / 2) - (Low / 2)) / half : 0.5;
        return Looks.Heat(place, IsDiverging);
    }

    /// <summary>Draws the scale with its numbers, and tells how high it is.</summary>
    public double Draw(Svg svg, double left, double right, double top, Func<double, string> write, bool hasEmpty)
    {
        double length = Math.Min(Longest, right - left), from = ((left + right) / 2) - (length / 2), step = length / Looks.HeatSteps, half = (High / 2) - (Low / 2);
        for (int i = 0; i < Looks.HeatSteps; i++)
            svg.Rectangle(Looks.Heat((i + 0.5) / Looks.HeatSteps, IsDiverging), from + (i * step), top, step + 0.3, 10);
        svg.Text("te-small te-quiet te-number", write(Low), from, top + 24, room: length / 3);
        if (half > 0)
        {
            svg.Text("te-small te-quiet te-number", write(Low + half), from + (length / 2), top + 24, "middle", length / 3);
            svg.Text("te-small te-quiet te-number", write(High), from + length, top + 24, "end", length / 3);
        }

        if (!hasEmpty)
            return Height - 24;
        svg.Rectangle(Looks.Heat(0.5, IsDiverging) + " te-faint", from, top + 36, step, 12);
        svg.Path("te-hatch", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{from:0.##} {top + 48:0.##}L{from + step:0.##} {top + 36:0.##}"));
        svg.Text("te-small te-quiet", "no row of the background is near", from + step + 8, top + 46, room: right + 8 - from - step);
        return Height;
    }
}
