using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>A chart of rows, one under another, along one axis: bars, points with intervals, swarms.</summary>
internal sealed partial class RowChart : Chart
{
    private const double RowHeight = 36, SmallRowHeight = 46, SwarmHeight = 44, AxisHeight = 44;

    /// <summary>The rows from above.</summary>
    public required IReadOnlyList<ChartRow> Rows { get; init; }

    /// <summary>What the axis is of.</summary>
    public required string AxisTitle { get; init; }

    /// <summary>The numbers that a line goes through, such as 0, and what they are called.</summary>
    public IReadOnlyList<(double At, string Name)> References { get; init; } = [];

    /// <summary>What colors and shapes mean.</summary>
    public ChartLegend Legend { get; init; } = new([]);

    /// <summary>Whether a scale of colors from low to high values is drawn.</summary>
    public bool ShowsValueColors { get; init; }

    /// <summary>How numbers of the axis are written; null for plain.</summary>
    public Func<double, string>? Write { get; init; }

    /// <summary>The culture of the axis.</summary>
    public IFormatProvider? Provider { get; init; }

    protected override double Draw(Svg svg, double width, bool isSmall)
    {
        double names = isSmall || Rows.Count == 0 ? 0 : Math.Clamp(Svg.Letters * Rows.Max(row => Math.Max(TextWidth.Of(row.Name), TextWidth.Of(row.Value))), 60, 0.34 * width);
        double numbers = isSmall || Rows.Count == 0 ? 0 : Math.Clamp(Svg.SmallLetters * Rows.Max(row => TextWidth.Of(row.Number)), 0, 0.24 * width);
        double left = isSmall ? 8 : names + 20, right = width - (isSmall ? 8 : numbers > 0 ? numbers + 20 : 12);
        double height = isSmall ? SmallRowHeight : Rows.Any(row => row.Marks.Any(mark => mark is SwarmMark)) ? SwarmHeight : RowHeight;
        Axis axis = Axis.Around(Rows.SelectMany(row => row.Marks).SelectMany(Ends).Concat(References.Select(reference => reference.At)), isSmall ? 4 : 7, write: Write, provider: Provider);
        double top = Legend.Draw(svg, isSmall ? 8 : left, 6, width);
        top = References.Any(reference => reference.Name.Length > 0) ? top + 18 : top + 4;
        double bottom = top + (height * Rows.Count);
        foreach ((double at, string text) in axis.Ticks)
        {
            svg.Line("te-grid", X(at), top, X(at), bottom);
            double half = TextWidth.Of(text) * Svg.SmallLetters / 2;
            if (X(at) - half >= 0 && X(at) + half <= width)
                svg.Text("te-small te-quiet te-number", text, X(at), bottom + 16, "middle");
        }

        foreach ((double at, _) in References)
            svg.Line("te-rule", X(at), top - 2, X(at), bottom);
        ReferenceLabels.Draw(svg, [.. References.Where(reference => reference.Name.Length > 0).Select(reference => (X(reference.At), reference.Name))], top - 6, width);
        for (int i = 0; i < Rows.Count; i++)
        {
            double upper = top + (i * height), middle = isSmall ? upper + 31 : upper + (height / 2);
            Labels(svg, Rows[i], isSmall, upper, middle, left, right, numbers);
            double half = isSmall ? 9 : (height / 2) - 7;
            int series = Rows[i].Marks.Count(mark => mark is PointMark), point = 0;
            foreach (RowMark mark in Rows[i].Marks)
                new RowPen(svg, X, left, right).Draw(mark, middle + (mark is PointMark ? Apart(point++, series, half) : 0), half);
            if (Rows[i].Total is { } total && i + 1 < Rows.Count)
                svg.Line("te-link", X(total), middle, X(total), middle + height);
        }

        svg.Centered(AxisTitle, (left + right) / 2, bottom + 34, width);
        return bottom + AxisHeight + (ShowsValueColors ? ValueColors.Draw(svg, left, right, bottom + AxisHeight) : 0);

        double X(double value) => left + ((right - left) * axis.Place(value));
    }

    /// <summary>How far from the middle of its row a point stands, so that those with the same number do not hide each other.</summary>
    private static double Apart(int point, int points, double half) => points < 2 ? 0 : ((2 * (double)point / (points - 1)) - 1) * Math.Min(half, 3.5 * (points - 1));

    private static void Labels(Svg svg, ChartRow row, bool isSmall, double upper, double middle, double left, double right, double numbers)
    {
        string name = row.IsQuiet ? "te-quiet" : "te-name";
        if (isSmall)
        {
            double room = right - left, number = TextWidth.Of(row.Number) * Svg.SmallLetters;
            svg.Text("te-small te-number", row.Number, right, upper + 15, "end", room / 2);
            double rest = room - Math.Min(number, room / 2) - 10, valueRoom = row.Value.Length == 0 ? 0 : Math.Min(TextWidth.Of(row.Value) * Svg.SmallLetters, rest / 2);
            double nameRoom = rest - (valueRoom > 0 ? valueRoom + 8 : 0);
            svg.Text(name, row.Name, left, upper + 15, room: nameRoom);
            svg.Text("te-small te-quiet te-number", row.Value, left + Math.Min(TextWidth.Of(row.Name) * Svg.Letters, nameRoom) + 8, upper + 15, room: valueRoom + 2);
            return;
        }

        bool hasValue = row.Value.Length > 0;
        svg.Text(name, row.Name, left - 12, hasValue ? middle - 2 : middle + 4, "end", left - 16);
        svg.Text("te-small te-quiet te-number", row.Value, left - 12, middle + 13, "end", left - 16);
        svg.Text("te-small te-number", row.Number, right + 10 + numbers, middle + 4, "end", numbers + 8);
    }

    /// <summary>The numbers that an axis must reach for a mark.</summary>
    private static IEnumerable<double> Ends(RowMark mark) => mark switch
    {
        BarMark bar => [bar.From, bar.To],
        SpanMark span => [span.Lower, span.Upper],
        PointMark point => [point.At, point.Lower, point.Upper],
        OwnMark own => [own.At],
        SwarmMark swarm => swarm.Bins.SelectMany(bin => (double[])[bin.From, bin.To]),
        _ => [],
    };
}
