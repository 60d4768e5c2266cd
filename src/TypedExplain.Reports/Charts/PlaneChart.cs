using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>A chart with two axes: curves with bands, clouds of bins, how many there are where, points.</summary>
internal sealed partial class PlaneChart : Chart
{
    private const double Support = 34, WidestBeside = 90, Least = 1.5;

    /// <summary>The name of the horizontal axis.</summary>
    public required string Across { get; init; }

    /// <summary>The name of the vertical axis.</summary>
    public required string Up { get; init; }

    /// <summary>Curves, from the first drawn to the last.</summary>
    public IReadOnlyList<PlaneCurve> Curves { get; init; } = [];

    /// <summary>Where many points lie: bins with how many there are, as a share of the fullest.</summary>
    public IReadOnlyList<PlaneCell> Cells { get; init; } = [];

    /// <summary>How many instances there are along the horizontal axis, as shares of the most.</summary>
    public IReadOnlyList<(double From, double To, double Share)> Supports { get; init; } = [];

    /// <summary>Single points with a series and a name.</summary>
    public IReadOnlyList<PlanePoint> Points { get; init; } = [];

    /// <summary>The instance that is explained; null for none.</summary>
    public double? Own { get; init; }

    /// <summary>The names of places along a horizontal axis that has no numbers: categories, at 0, 1, 2 and so on.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What stands beside the horizontal axis, for what has no number, at positive infinity; null for nothing.</summary>
    public string? Beside { get; init; }

    /// <summary>Whether numbers of the horizontal axis are whole.</summary>
    public bool IsWholeAcross { get; init; }

    /// <summary>Whether the horizontal axis is logarithmic.</summary>
    public bool IsLogAcross { get; init; }

    /// <summary>Whether the vertical axis is logarithmic.</summary>
    public bool IsLogUp { get; init; }

    /// <summary>How numbers of the horizontal axis are written; null for plain.</summary>
    public Func<double, string>? Write { get; init; }

    /// <summary>What colors and shapes mean.</summary>
    public ChartLegend Legend { get; init; } = new([]);

    /// <summary>The culture of the axes.</summary>
    public IFormatProvider? Provider { get; init; }

    protected override double Draw(Svg svg, double width, bool isSmall)
    {
        Axis up = Axis.Around(Reach.Of(this).Ends, 6, IsLogUp, provider: Provider);
        IEnumerable<double> across = Curves.SelectMany(curve => curve.Points.Select(point => point.X)).Concat(Cells.SelectMany(cell => (double[])[cell.Left, cell.Right])).Concat(Supports.SelectMany(support => (double[])[support.From, support.To])).Concat(Points.Select(point => point.X)).Concat(Own is { } shown ? [shown] : []);
        Axis along = Places.Count > 0 ? Axis.Around([-0.5, Places.Count - 0.5], 2) : Axis.Around(across, isSmall ? 4 : 7, IsLogAcross, Write, Provider, IsWholeAcross ? 1 : 0);
        double ticks = Svg.SmallLetters * up.Ticks.Select(tick => TextWidth.Of(tick.Text)).DefaultIfEmpty(0).Max();
        double left = Math.Min(ticks + 34, 0.4 * width), right = width - 14;
        double beside = Beside is null ? 0 : Math.Min(WidestBeside, 0.25 * (right - left)), edge = right - beside;
        double top = Legend.Draw(svg, isSmall ? 8 : left, 6, width) + 8;
        double bottom = top + (isSmall ? 220 : 280);
        foreach ((double at, string text) in up.Ticks)
        {
            svg.Line("te-grid", left, Y(at), right, Y(at));
            svg.Text("te-small te-quiet te-number", text, left - 6, Y(at) + 4, "end");
        }

        double end = bottom + (Supports.Count > 0 ? Support : 0), labels = 20;
        if (Places.Count > 0)
        {
            labels = PlaceLabels.Draw(svg, Places, X, end, (right - left) / Places.Count);
        }
        else
        {
            double free = double.NegativeInfinity;
            foreach ((double at, string text) in along.Ticks)
            {
                svg.Line("te-grid", X(at), top, X(at), bottom);
                double half = TextWidth.Of(text) * Svg.SmallLetters / 2;
                if (X(at) - half < free || X(at) + half > (beside > 0 ? edge + 4 : width))
                    continue;
                svg.Text("te-small te-quiet te-number", text, X(at), end + 16, "middle");
                free = X(at) + half + 6;
            }

            if (Beside is not null)
                svg.Text("te-small te-quiet", Beside, X(double.PositiveInfinity), end + 16, "middle", beside - 10);
        }

        foreach (PlaneCell cell in Cells)
            svg.Rectangle(Looks.Shade(cell.Share), X(cell.Left), Y(cell.Top), X(cell.Right) - X(cell.Left), Math.Max(Y(cell.Bottom) - Y(cell.Top), Least));
        PlanePen pen = new(svg, X, Y);
        foreach (PlaneCurve curve in Curves)
            pen.Curve(curve);
        if (Own is { } own)
            svg.Line("te-rule te-dashed", X(own), top, X(own), bottom);
        foreach (PlanePoint point in Points)
            pen.Point(point, width);
        foreach ((double from, double to, double share) in Supports)
        {
            // Few are more than none.
            double high = share > 0 ? Math.Max((Support - 6) * share, Least) : 0, aside = double.IsInfinity(from) ? 0.3 * beside : 0;
            svg.Rectangle("te-band", X(from) - aside, end - high, Math.Max(X(to) - X(from) + (2 * aside), 1), high);
        }

        svg.Upward("te-small te-quiet", Up, 14, (top + bottom) / 2, bottom - top);
        svg.Centered(Across, (left + right) / 2, end + labels + 16, width);
        return end + labels + 26;

        double X(double value) => double.IsPositiveInfinity(value) ? right - (beside / 2) : left + ((edge - left) * along.Place(value));

        double Y(double value) => bottom - ((bottom - top) * up.Place(value));
    }
}
