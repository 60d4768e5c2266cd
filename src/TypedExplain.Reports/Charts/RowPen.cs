using System.Globalization;
using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>Draws what is in a row.</summary>
/// <param name="svg">Where it is drawn.</param>
/// <param name="x">Where a number stands.</param>
/// <param name="left">The end of the axis on the left.</param>
/// <param name="right">The end on the right.</param>
internal readonly struct RowPen(Svg svg, Func<double, double> x, double left, double right)
{
    private const double Cap = 4, Radius = 5;

    /// <summary>Draws a mark.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="middle">The middle of the row.</param>
    /// <param name="half">Half the height that is drawn on.</param>
    public void Draw(RowMark mark, double middle, double half)
    {
        switch (mark)
        {
            case BarMark bar:
                double from = Math.Min(x(bar.From), x(bar.To)), to = Math.Max(x(bar.From), x(bar.To));

                // A number that is not 0 shows, however small it is.
                svg.Rectangle(bar.Look, from, middle - Math.Min(half, 9), bar.From.Equals(bar.To) ? 0 : Math.Max(to - from, 1.5), 2 * Math.Min(half, 9));
                break;
            case SpanMark span:
                Interval("te-error", span.Lower, span.Upper, middle);
                break;
            case PointMark point:
                double y = middle;
                if (!double.IsNaN(point.Lower))
                    Interval("te-error", point.Lower, point.Upper, y);
                svg.Mark(Looks.Of(point.Series), point.Series, x(point.At), y, Radius);
                break;
            case OwnMark own:
                svg.Mark("te-mark", 2, x(own.At), middle, Radius + 1);
                break;
            case SwarmMark swarm:
                foreach ((double start, double end, double height, double place) in swarm.Bins)
                {
                    double high = Math.Max(height * half, 1);
                    svg.Rectangle(Looks.Value(place), x(start), middle - high, Math.Max(x(end) - x(start), 1) + 0.2, 2 * high);
                }

                break;
        }
    }

    private void Interval(string look, double lower, double upper, double y)
    {
        double from = double.IsFinite(lower) ? x(lower) : left, to = double.IsFinite(upper) ? x(upper) : right;
        svg.Path(look, string.Create(CultureInfo.InvariantCulture, $"M{from:0.##} {y:0.##}H{to:0.##}{End(lower, from)}{End(upper, to)}"));

        string End(double number, double at) => double.IsFinite(number) ? string.Create(CultureInfo.InvariantCulture, $"M{at:0.##} {y - Cap:0.##}v{2 * Cap}") : "";
    }
}
