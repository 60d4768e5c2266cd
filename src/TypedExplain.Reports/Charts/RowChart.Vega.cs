using System.Text.Json;

namespace TypedExplain.Reports.Charts;

internal sealed partial class RowChart
{
    public override void WriteVega(Utf8JsonWriter json, string title, string summary)
    {
        Vega.Write(json, title, summary, () =>
        {
            Vega.Layer(json, "rule", References.Select(reference => ((string, PictureCell)[])[("at", Vega.Of(reference.At))]), ("x", "at", "quantitative", AxisTitle));
            Vega.Layer(json, "bar", Marks<SwarmMark>().SelectMany(mark => mark.Mark.Bins.Select(bin => Row(mark.Row, ("from", bin.From), ("to", bin.To), ("share", bin.Height), ("value", bin.Place)))), ("y", "row", "nominal", null), ("x", "from", "quantitative", AxisTitle), ("x2", "to", "quantitative", null), ("opacity", "share", "quantitative", null), ("color", "value", "quantitative", null));
            Vega.Layer(json, "bar", Marks<BarMark>().Select(mark => Row(mark.Row, ("from", mark.Mark.From), ("to", mark.Mark.To))), ("y", "row", "nominal", null), ("x", "from", "quantitative", AxisTitle), ("x2", "to", "quantitative", null));
            Vega.Layer(json, "rule", Intervals().Select(mark => Row(mark.Row, ("lower", mark.Lower), ("upper", mark.Upper))), ("y", "row", "nominal", null), ("x", "lower", "quantitative", AxisTitle), ("x2", "upper", "quantitative", null));
            Vega.Layer(json, "point", Marks<PointMark>().Select(mark => ((string, PictureCell)[])[.. Row(mark.Row, ("at", mark.Mark.At)), ("series", Vega.Of(SeriesName(mark.Mark.Series)))]), ("y", "row", "nominal", null), ("x", "at", "quantitative", AxisTitle), ("color", "series", "nominal", null));
            Vega.Layer(json, "tick", Marks<OwnMark>().Select(mark => Row(mark.Row, ("at", mark.Mark.At))), ("y", "row", "nominal", null), ("x", "at", "quantitative", AxisTitle));
        });
    }

    private IEnumerable<(ChartRow Row, TMark Mark)> Marks<TMark>()
        where TMark : RowMark => Rows.SelectMany(row => row.Marks.OfType<TMark>().Select(mark => (row, mark)));

    private IEnumerable<(ChartRow Row, double Lower, double Upper)> Intervals() =>
        Marks<SpanMark>().Select(mark => (mark.Row, mark.Mark.Lower, mark.Mark.Upper))
            .Concat(Marks<PointMark>().Where(mark => !double.IsNaN(mark.Mark.Lower)).Select(mark => (mark.Row, mark.Mark.Lower, mark.Mark.Upper)));

    private string SeriesName(int series) => Legend.Entries.FirstOrDefault(entry => entry.Series == series).Name ?? "";

    private static (string, PictureCell)[] Row(ChartRow row, params ReadOnlySpan<(string Name, double Number)> numbers)
    {
        var cells = new (string, PictureCell)[numbers.Length + 1];
        cells[0] = ("row", Vega.Of(row.Value.Length == 0 ? row.Name : $"{row.Name}: {row.Value}"));
        for (int i = 0; i < numbers.Length; i++)
            cells[i + 1] = (numbers[i].Name, Vega.Of(numbers[i].Number));
        return cells;
    }
}
