using System.Globalization;
using System.Text;
using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>Draws curves and points on a plane.</summary>
/// <param name="svg">Where they are drawn.</param>
/// <param name="x">Where a number stands across.</param>
/// <param name="y">Where a number stands upwards.</param>
internal readonly struct PlanePen(Svg svg, Func<double, double> x, Func<double, double> y)
{
    private const double Radius = 4, Beside = 9;

    public void Curve(PlaneCurve curve)
    {
        if (curve.IsJoined)
        {
            string band = Band(curve);
            if (band.Length > 0)
                svg.Path($"{curve.Look} te-shade", band);
            svg.Path(curve.Look.Contains("te-thin", StringComparison.Ordinal) ? curve.Look : $"{curve.Look} te-curve", Line(curve));
        }

        if (curve.Series is not { } series)
            return;
        foreach ((double across, double up, double lower, double upper) in curve.Points.SkipLast(curve.Unmarked))
        {
            // What stands beside the axis has no neighbors to be joined with; curves stand there side by side.
            bool isBeside = double.IsInfinity(across);
            double shift = isBeside ? Beside * series : 0;
            if (!curve.IsJoined || isBeside)
                Interval(x(across) + shift, lower, upper);
            svg.Mark(Looks.Of(series), series, x(across) + shift, y(up), Radius);
        }
    }

    public void Point(PlanePoint point, double width)
    {
        Interval(x(point.X), point.Lower, point.Upper);
        svg.Mark(Looks.Of(point.Series), point.Series, x(point.X), y(point.Y), Radius);
        if (point.IsRinged)
            svg.Mark($"{Looks.Of(point.Series)} te-ring", 4, x(point.X), y(point.Y), 9);
        if (point.Name.Length == 0)
            return;
        bool isLeft = x(point.X) > width / 2;
        svg.Text("te-small", point.Name, x(point.X) + (isLeft ? -12 : 12), y(point.Y) - 8, isLeft ? "end" : "start", width / 2);
    }

    private void Interval(double at, double lower, double upper)
    {
        if (!double.IsNaN(lower) && !double.IsNaN(upper) && !lower.Equals(upper))
            svg.Path("te-error", string.Create(CultureInfo.InvariantCulture, $"M{at:0.##} {y(lower):0.##}V{y(upper):0.##}"));
    }

    private string Line(PlaneCurve curve)
    {
        StringBuilder path = new();
        foreach ((double across, double up, _, _) in curve.Points.Where(point => double.IsFinite(point.X)))
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x(across):0.##} {y(up):0.##}");
        return path.ToString();
    }

    private string Band(PlaneCurve curve)
    {
        StringBuilder path = new();
        foreach ((double across, _, _, double upper) in curve.Points.Where(point => double.IsFinite(point.X) && !double.IsNaN(point.Upper)))
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x(across):0.##} {y(upper):0.##}");
        foreach ((double across, _, double lower, _) in curve.Points.Where(point => double.IsFinite(point.X) && !double.IsNaN(point.Lower)).Reverse())
            path.Append(CultureInfo.InvariantCulture, $"L{x(across):0.##} {y(lower):0.##}");
        return path.Length == 0 ? "" : path.Append('z').ToString();
    }
}
