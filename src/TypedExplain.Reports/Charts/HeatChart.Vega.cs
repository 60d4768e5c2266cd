using System.Text.Json;

namespace TypedExplain.Reports.Charts;

internal sealed partial class HeatChart
{
    private const double Faint = 0.35;
    private const int VegaHeight = 300;

    public override void WriteVega(Utf8JsonWriter json, string title, string summary)
    {
        IReadOnlyList<string> across = Vega.Distinct(Across.Labels), up = Vega.Distinct(Up.Labels);
        HeatColors colors = HeatColors.Of(Cells.Select(cell => cell.Number), IsDiverging);
        VegaChannel[] channels = [.. Channels("x", Across, across), .. Channels("y", Up, up), new("color", "number", "quantitative", Numbers) { Scheme = IsDiverging ? "blueorange" : "blues", Ends = (colors.Low, colors.High) }];
        Vega.Write(json, title, summary, () =>
        {
            Vega.Layer(json, "rect", Of(cell => cell.Rows > 0), channels);

            // No row of the background is near.
            Vega.Layer(json, "rect", Of(cell => cell.Rows == 0), channels, Faint);
        }, height: VegaHeight);

        IEnumerable<(string, PictureCell)[]> Of(Func<HeatCell, bool> isIn) => Cells.Where(isIn).Select(cell => ((string, PictureCell)[])[
            .. Places("x", Across, across, cell.Across), .. Places("y", Up, up, cell.Up), ("number", Vega.Of(cell.Number)), ("rows", Vega.Of(cell.Rows))]);
    }

    /// <summary>Names, also where something stands apart from numbers; else the ends of stretches.</summary>
    private static IEnumerable<VegaChannel> Channels(string channel, HeatAxis axis, IReadOnlyList<string> names) => IsNamed(axis)
        ? [VegaChannel.Places(channel, channel, names, axis.Name)]
        : [VegaChannel.Number(channel, channel, axis.Name, axis.IsLog), VegaChannel.End(channel + "2", channel + "2")];

    private static IEnumerable<(string, PictureCell)> Places(string channel, HeatAxis axis, IReadOnlyList<string> names, int value) => IsNamed(axis)
        ? [(channel, Vega.Of(names[value]))]
        : [(channel, Vega.Of(axis.Ends(value).From)), (channel + "2", Vega.Of(axis.Ends(value).To))];

    private static bool IsNamed(HeatAxis axis) => axis.IsPlaces || axis.IsApart || axis.Values.Count == 1;
}
