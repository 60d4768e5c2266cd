using System.Text.Json;

namespace TypedExplain.Reports.Charts;

internal sealed partial class PlaneChart
{
    public override void WriteVega(Utf8JsonWriter json, string title, string summary)
    {
        string across = Places.Count > 0 ? "nominal" : "quantitative";
        Vega.Write(json, title, summary, () =>
        {
            Vega.Layer(json, "rect", Cells.Select(cell => ((string, PictureCell)[])[("x", At((cell.Left + cell.Right) / 2)), ("left", Vega.Of(cell.Left)), ("right", Vega.Of(cell.Right)), ("bottom", Vega.Of(cell.Bottom)), ("top", Vega.Of(cell.Top))]), Places.Count > 0 ? ("x", "x", "nominal", Across) : ("x", "left", "quantitative", Across), ("x2", "right", "quantitative", null), ("y", "bottom", "quantitative", Up), ("y2", "top", "quantitative", null));
            foreach (bool isJoined in (bool[])[true, false])
            {
                var points = Curves.SelectMany((curve, i) => curve.Points.Where(_ => curve.IsJoined == isJoined).Select(point => ((string, PictureCell)[])[("curve", Vega.Of(NameOf(curve, i))), ("x", At(point.X)), ("y", Vega.Of(point.Y)), ("lower", Vega.Of(point.Lower)), ("upper", Vega.Of(point.Upper))])).ToArray();
                Vega.Layer(json, isJoined ? "line" : "point", points, ("x", "x", across, Across), ("y", "y", "quantitative", Up), isJoined ? ("detail", "curve", "nominal", null) : ("color", "curve", "nominal", null));
            }

            Vega.Layer(json, "point", Points.Select(point => ((string, PictureCell)[])[("series", Vega.Of(Legend.Entries.FirstOrDefault(entry => entry.Series == point.Series).Name ?? "")), ("name", Vega.Of(point.Name)), ("x", At(point.X)), ("y", Vega.Of(point.Y))]), ("x", "x", across, Across), ("y", "y", "quantitative", Up), ("color", "series", "nominal", null));
            if (Own is { } own)
                Vega.Layer(json, "rule", [[("x", At(own))]], ("x", "x", across, Across));
        });
    }

    private PictureCell At(double x) => Places.Count == 0 ? Vega.Of(x) : Vega.Of(Places[Math.Clamp((int)Math.Round(x), 0, Places.Count - 1)]);

    private string NameOf(PlaneCurve curve, int position) => curve.Series is { } series && Legend.Entries.FirstOrDefault(entry => entry.Series == series).Name is { } name
        ? name
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"curve {position + 1}");
}
