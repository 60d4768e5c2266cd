using System.Globalization;
using System.Text.Json;

namespace TypedExplain.Reports.Charts;

internal sealed partial class PlaneChart
{
    private const double Band = 0.18, Thin = 0.35;

    public override void WriteVega(Utf8JsonWriter json, string title, string summary)
    {
        IReadOnlyList<string> places = Vega.Distinct(Places), names = Vega.Distinct(Curves.Select(NameOf));
        bool isNamed = places.Count > 0;
        VegaChannel y = VegaChannel.Number("y", "y", Up, IsLogUp), from = y with { Field = "lower" }, to = VegaChannel.End("y2", "upper");
        VegaChannel x = isNamed ? VegaChannel.Places("x", "x", places, Across) : VegaChannel.Number("x", "x", Across, IsLogAcross);
        VegaChannel curve = new("color", "curve", "nominal") { Domain = [.. Curves.Select((own, i) => (own, i)).Where(one => one.own.Series is not null).Select(one => names[one.i])] };
        VegaChannel[] spans = isNamed ? [x] : [x with { Field = "left" }, VegaChannel.End("x2", "right")];
        VegaChannel[] series = Legend.Entries.Count > 0 ? [new("color", "series", "nominal") { Domain = [.. Legend.Entries.Select(entry => entry.Name)] }] : [];
        Vega.Write(json, title, summary, () =>
        {
            Vega.Layer(json, "rect", Cells.Select(cell => ((string, PictureCell)[])[("x", At((cell.Left + cell.Right) / 2)), ("left", Vega.Of(cell.Left)), ("right", Vega.Of(cell.Right)), ("bottom", Vega.Of(cell.Bottom)), ("top", Vega.Of(cell.Top)), ("share", Vega.Of(cell.Share))]), [.. spans, y with { Field = "bottom" }, VegaChannel.End("y2", "top"), new("opacity", "share", "quantitative", "share of the most at a value") { Ends = (0, 1) }]);
            Vega.Layer(json, "line", Of((own, point) => own.Series is null && double.IsFinite(point.X)), [x, y, new("detail", "curve", "nominal")], Thin);
            Vega.Layer(json, "area", Of((own, point) => IsLine(own, point) && HasInterval(point)), [x, from, to, curve], Band);
            Vega.Layer(json, "line", Of(IsLine), [x, y, curve, curve with { Channel = "strokeDash" }]);
            Vega.Layer(json, "rule", Of((own, point) => own.Series is not null && !own.IsJoined && double.IsFinite(point.X) && HasInterval(point)), [x, from, to, curve]);
            Vega.Layer(json, "point", Of((own, point) => own.Series is not null && double.IsFinite(point.X), isMark: true), [x, y, curve, curve with { Channel = "shape" }]);

            // What has no number stands beside the axis, and here as a line across.
            Vega.Layer(json, "rule", Of((own, point) => own.Series is not null && !double.IsFinite(point.X)), [y, curve], 2 * Thin);
            Vega.Layer(json, "point", Points.Where(point => double.IsFinite(point.X)).Select(point => ((string, PictureCell)[])[("series", Vega.Of(Legend.Entries.FirstOrDefault(entry => entry.Series == point.Series).Name ?? point.Name)), ("name", Vega.Of(point.Name)), ("x", At(point.X)), ("y", Vega.Of(point.Y))]), [x, y, .. Curves.Any(own => own.Series is not null) ? [] : series]);
            if (Own is { } at && double.IsFinite(at))
                Vega.Layer(json, "rule", [[("x", At(at))]], [x]);
        });

        IEnumerable<(string, PictureCell)[]> Of(Func<PlaneCurve, (double X, double Y, double Lower, double Upper), bool> isIn, bool isMark = false) => Curves.SelectMany((own, i) => own.Points.SkipLast(isMark ? own.Unmarked : 0).Where(point => isIn(own, point)).Select(point => ((string, PictureCell)[])[
            ("curve", Vega.Of(names[i])), ("x", double.IsFinite(point.X) ? At(point.X) : Vega.Of(Beside ?? "")), ("y", Vega.Of(point.Y)), ("lower", Vega.Of(point.Lower)), ("upper", Vega.Of(point.Upper))]));

        PictureCell At(double across) => isNamed ? Vega.Of(places[Math.Clamp((int)Math.Round(across), 0, places.Count - 1)]) : Vega.Of(across);
    }

    private static bool IsLine(PlaneCurve curve, (double X, double Y, double Lower, double Upper) point) => curve is { Series: not null, IsJoined: true } && double.IsFinite(point.X);

    private static bool HasInterval((double X, double Y, double Lower, double Upper) point) => double.IsFinite(point.Lower) && double.IsFinite(point.Upper);

    private string NameOf(PlaneCurve curve, int position) => curve.Series is { } series && Legend.Entries.FirstOrDefault(entry => entry.Series == series).Name is { } name
        ? name
        : string.Create(CultureInfo.InvariantCulture, $"curve {position + 1}");
}
