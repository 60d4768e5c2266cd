using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>The names of categories under an axis: side by side where they fit, else slanted, else only some.</summary>
internal static class PlaceLabels
{
    private const double Longest = 90, Slanted = 14;

    /// <summary>Draws them and tells how high they are.</summary>
    public static double Draw(Svg svg, IReadOnlyList<string> places, Func<double, double> x, double top, double room)
    {
        double widest = Svg.SmallLetters * places.Max(TextWidth.Of);
        if (widest <= room - 6 || room > 80)
        {
            for (int i = 0; i < places.Count; i++)
                svg.Text("te-small te-quiet", places[i], x(i), top + 16, "middle", room - 4);
            return 20;
        }

        int every = Math.Max(1, (int)Math.Ceiling(Slanted / room));
        for (int i = 0; i < places.Count; i += every)
            svg.Upward("te-small te-quiet", places[i], x(i) + 4, top + 6 + (Math.Min(widest, Longest) / 2), Math.Min(widest, Longest) + 6);
        return Math.Min(widest, Longest) + 12;
    }
}
