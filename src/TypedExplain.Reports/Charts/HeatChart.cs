using System.Globalization;
using System.Text;
using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>A heat map: a number for each pair of values as a color, and in digits where there is room.</summary>
internal sealed partial class HeatChart : Chart
{
    private const double Place = 30, Legend = 14;

    /// <summary>The horizontal axis.</summary>
    public required HeatAxis Across { get; init; }

    /// <summary>The vertical axis, from below.</summary>
    public required HeatAxis Up { get; init; }

    /// <summary>The cells.</summary>
    public required IReadOnlyList<HeatCell> Cells { get; init; }

    /// <summary>What the numbers are.</summary>
    public required string Numbers { get; init; }

    /// <summary>How numbers of the scale are written.</summary>
    public required Func<double, string> Write { get; init; }

    /// <summary>Whether 0 is in the middle of the colors.</summary>
    public required bool IsDiverging { get; init; }

    protected override double Draw(Svg svg, double width, bool isSmall)
    {
        (IReadOnlyList<(double From, double To)> across, IReadOnlyList<(double At, string Text)> ticksAcross) = Across.Place(isSmall ? 4 : 7);
        (IReadOnlyList<(double From, double To)> up, IReadOnlyList<(double At, string Text)> ticksUp) = Up.Place(6);
        (double At, string Text)[] names = [.. ticksUp, .. Up.Labels.Select((label, i) => ((up[i].From + up[i].To) / 2, label)).Where((_, i) => Up.IsPlaces || (Up.IsApart && i + 1 == Up.Values.Count))];
        double longest = names.Max(name => TextWidth.Of(Errors.VisibleText.Name(name.Text))) * Svg.SmallLetters;
        double left = Math.Min(longest + 34, 0.36 * width), right = width - 14, top = 10, bottom = top + Math.Max(isSmall ? 220 : 300, Up.IsPlaces ? Math.Min(Place, 700.0 / up.Count) * up.Count : 0);
        foreach ((double at, string text) in names)
            svg.Text("te-small te-quiet te-number", text, left - 6, Y(at) + 4, "end", left - 32);

        HeatColors colors = HeatColors.Of(Cells.Select(cell => cell.Number), IsDiverging);
        StringBuilder hatch = new();
        bool hasDigits = Cells.All(cell => Fits(cell));
        foreach (HeatCell cell in Cells)
        {
            (double x, double y) = (X(across[cell.Across].From), Y(up[cell.Up].To));
            (double wide, double high) = (X(across[cell.Across].To) - x, Y(up[cell.Up].From) - y);
            svg.Rectangle(colors.Look(cell.Number) + (cell.Rows == 0 ? " te-faint" : ""), x, y, wide, high);
            if (cell.Rows == 0)
                hatch.Append(CultureInfo.InvariantCulture, $"M{x:0.##} {y + high:0.##}L{x + wide:0.##} {y:0.##}");
        }

        if (hatch.Length > 0)
            svg.Path("te-hatch", hatch.ToString());
        foreach (HeatCell cell in Cells.Where(_ => hasDigits))
            svg.Text("te-small te-number", cell.Text, X((across[cell.Across].From + across[cell.Across].To) / 2), Y((up[cell.Up].From + up[cell.Up].To) / 2) + 4, "middle");

        double labels = Labels(svg, across, ticksAcross, X, bottom, right - left, width);
        svg.Upward("te-small te-quiet", Up.Name, 14, (top + bottom) / 2, bottom - top);
        svg.Centered(Across.Name, (left + right) / 2, bottom + labels + 16, width);
        double scale = bottom + labels + 26;
        svg.Centered(Numbers, (left + right) / 2, scale + Legend, width);
        return scale + Legend + 8 + colors.Draw(svg, left, right, scale + Legend + 8, Write, hatch.Length > 0);

        double X(double share) => left + ((right - left) * share);

        double Y(double share) => bottom - ((bottom - top) * share);

        bool Fits(HeatCell cell) =>
            (right - left) * (across[cell.Across].To - across[cell.Across].From) > (TextWidth.Of(cell.Text) * Svg.SmallLetters) + 6 && (bottom - top) * (up[cell.Up].To - up[cell.Up].From) > Svg.SmallLetters + 4;
    }

    /// <summary>What stands below the map; tells how high it is.</summary>
    private double Labels(Svg svg, IReadOnlyList<(double From, double To)> spans, IReadOnlyList<(double At, string Text)> ticks, Func<double, double> x, double top, double length, double width)
    {
        if (Across.IsPlaces)
            return PlaceLabels.Draw(svg, Across.Labels, place => x((place + 0.5) / spans.Count), top, length / spans.Count);
        double free = double.NegativeInfinity, end = Across.IsApart ? x(spans[^1].From) : width;
        foreach ((double at, string text) in ticks)
        {
            double half = TextWidth.Of(text) * Svg.SmallLetters / 2;
            svg.Line("te-rule", x(at), top, x(at), top + 4);
            if (x(at) - half < free || x(at) + half > end)
                continue;
            svg.Text("te-small te-quiet te-number", text, x(at), top + 16, "middle");
            free = x(at) + half + 6;
        }

        if (Across.IsApart)
            svg.Text("te-small te-quiet", Across.Labels[^1], x((spans[^1].From + spans[^1].To) / 2), top + 16, "middle", length * (spans[^1].To - spans[^1].From));
        return 20;
    }
}
