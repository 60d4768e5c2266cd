using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>A chart with two axes: curves with bands, clouds of bins, how many there are where, points.</summary>
internal sealed partial class PlaneChart : Chart
{
    private const double Support = 34;

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
        Axis up = Axis.Around(Curves.SelectMany(curve => curve.Points.SelectMany(point => (double[])[point.Y, point.Lower, point.Upper])).Concat(Cells.SelectMany(cell => (double[])[cell.Bottom, cell.Top])).Concat(Points.SelectMany(point => (double[])[point.Y, point.Lower, point.Upper])), 6, IsLogUp, provider: Provider);
        IEnumerable<double> across = Curves.SelectMany(curve => curve.Points.Select(point => point.X)).Concat(Cells.SelectMany(cell => (double[])[cell.Left, cell.Right])).Concat(Supports.SelectMany(support => (double[])[support.From, support.To])).Concat(Points.Select(point => point.X)).Concat(Own is { } shown ? [shown] : []);
        Axis along = Places.Count > 0 ? Axis.Around([-0.5, Places.Count - 0.5], 2) : Axis.Around(across, isSmall ? 4 : 7, IsLogAcross, Write, Provider);
        double ticks = Svg.SmallLetters * up.Ticks.Select(tick => TextWidth.Of(tick.Text)).DefaultIfEmpty(0).Max();
        double left = Math.Min(ticks + 34, 0.4 * width), right = width - 14;
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
                if (X(at) - half < free || X(at) + half > width)
                    continue;
                svg.Text("te-small te-quiet te-number", text, X(at), end + 16, "middle");
                free = X(at) + half + 6;
            }
        }

        foreach (PlaneCell cell in Cells)
            svg.Rectangle(cell.Look, X(cell.Left), Y(cell.Top), X(cell.Right) - X(cell.Left), Math.Max(Y(cell.Bottom) - Y(cell.Top), 1.5));
        PlanePen pen = new(svg, X, Y);
        foreach (PlaneCurve curve in Curves)
            pen.Curve(curve);
        if (Own is { } own)
            svg.Line("te-rule te-dashed", X(own), top, X(own), bottom);
        foreach (PlanePoint point in Points)
            pen.Point(point, width);
        foreach ((double from, double to, double share) in Supports)
            svg.Rectangle("te-band", X(from), end - ((Support - 6) * share), Math.Max(X(to) - X(from), 1), (Support - 6) * share);
        svg.Upward("te-small te-quiet", Up, 14, (top + bottom) / 2, bottom - top);
        svg.Centered(Across, (left + right) / 2, end + labels + 16, width);
        return end + labels + 26;

        double X(double value) => left + ((right - left) * along.Place(value));

        double Y(double value) => bottom - ((bottom - top) * up.Place(value));
    }
}
