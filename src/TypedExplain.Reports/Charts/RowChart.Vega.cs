using System.Text.Json;
using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

internal sealed partial class RowChart
{
    private const int VegaHeight = 30;

    public override void WriteVega(Utf8JsonWriter json, string title, string summary)
    {
        IReadOnlyList<string> names = Vega.Distinct(Rows.Select(row => row.Value.Length == 0 ? row.Name : $"{row.Name}: {row.Value}"));
        VegaChannel rows = VegaChannel.Places("y", "row", names, ""), series = new("color", "series", "nominal") { Domain = [.. Legend.Entries.Select(entry => entry.Name)] };
        (double From, double To) ends = Finite(References.Select(reference => reference.At).Concat(Rows.SelectMany(row => row.Marks).SelectMany(Ends)));
        VegaChannel[] spans = [rows, At("x", "from"), VegaChannel.End("x2", "to")];
        Vega.Write(json, title, summary, () =>
        {
            Vega.Layer(json, "rule", References.Select(reference => ((string, PictureCell)[])[("at", Vega.Of(reference.At)), ("name", Vega.Of(reference.Name))]), [At("x", "at")]);
            Vega.Layer(json, "bar", Swarms(hasValue: true), [.. spans, new("opacity", "share", "quantitative"), new("color", "value", "quantitative", "value, from low to high") { Ends = (0, 1) }]);
            Vega.Layer(json, "bar", Swarms(hasValue: false), [.. spans, new("opacity", "share", "quantitative"), new("color", "color", "nominal") { IsOwn = true }]);
            Vega.Layer(json, "bar", Marks<BarMark>().Select(mark => ((string, PictureCell)[])[.. Row(mark.Row, ("from", mark.Mark.From), ("to", mark.Mark.To)), ("color", Vega.Of(Looks.Light(mark.Mark.Look)))]), [.. spans, new("color", "color", "nominal") { IsOwn = true }]);
            Vega.Layer(json, "rule", Intervals().Select(mark => Row(mark.Row, ("lower", double.IsFinite(mark.Lower) ? mark.Lower : ends.From), ("upper", double.IsFinite(mark.Upper) ? mark.Upper : ends.To))), [rows, At("x", "lower"), VegaChannel.End("x2", "upper")]);
            Vega.Layer(json, "point", Marks<PointMark>().Select(mark => ((string, PictureCell)[])[.. Row(mark.Row, ("at", mark.Mark.At)), .. SeriesName(mark.Mark.Series) is { } name ? ((string, PictureCell)[])[("series", Vega.Of(name))] : []]), [rows, At("x", "at"), .. Legend.Entries.Count > 0 ? (VegaChannel[])[series, series with { Channel = "shape" }] : []]);
            Vega.Layer(json, "tick", Marks<OwnMark>().Select(mark => Row(mark.Row, ("at", mark.Mark.At))), [rows, At("x", "at")]);
        }, height: VegaHeight * Math.Max(1, Rows.Count));

        // What has no order or no value has a color of its own.
        IEnumerable<(string, PictureCell)[]> Swarms(bool hasValue) => Marks<SwarmMark>().SelectMany(mark => mark.Mark.Bins.Where(bin => double.IsNaN(bin.Place) != hasValue).Select(bin => ((string, PictureCell)[])[
            .. Row(mark.Row, ("from", bin.From), ("to", bin.To), ("share", bin.Height)), hasValue ? ("value", Vega.Of(bin.Place)) : ("color", Vega.Of(Looks.Light("te-vm")))]));

        VegaChannel At(string channel, string field) => VegaChannel.Number(channel, field, AxisTitle);

        (string, PictureCell)[] Row(int row, params ReadOnlySpan<(string Name, double Number)> numbers)
        {
            var cells = new (string, PictureCell)[numbers.Length + 1];
            cells[0] = ("row", Vega.Of(names[row]));
            for (int i = 0; i < numbers.Length; i++)
                cells[i + 1] = (numbers[i].Name, Vega.Of(numbers[i].Number));
            return cells;
        }
    }

    private static (double From, double To) Finite(IEnumerable<double> numbers)
    {
        double[] finite = [.. numbers.Where(double.IsFinite).DefaultIfEmpty(0)];
        return (finite.Min(), finite.Max());
    }

    private IEnumerable<(int Row, TMark Mark)> Marks<TMark>()
        where TMark : RowMark => Rows.SelectMany((row, i) => row.Marks.OfType<TMark>().Select(mark => (i, mark)));

    private IEnumerable<(int Row, double Lower, double Upper)> Intervals() =>
        Marks<SpanMark>().Select(mark => (mark.Row, mark.Mark.Lower, mark.Mark.Upper))
            .Concat(Marks<PointMark>().Where(mark => !double.IsNaN(mark.Mark.Lower)).Select(mark => (mark.Row, mark.Mark.Lower, mark.Mark.Upper)));

    private string? SeriesName(int series) => Legend.Entries.FirstOrDefault(entry => entry.Series == series).Name;
}
