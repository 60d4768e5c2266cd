using System.Globalization;
using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Reports.Charts;

/// <summary>Writes charts as specifications of Vega-Lite 6, with their data in them.</summary>
internal static class Vega
{
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    /// <summary>A specification with layers, as wide as what it stands in.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="title">The title.</param>
    /// <param name="summary">The same in words.</param>
    /// <param name="layers">Writes the layers.</param>
    /// <param name="height">The height in pixels; null for that of Vega-Lite.</param>
    public static void Write(Utf8JsonWriter json, string title, string summary, Action layers, int? height = null)
    {
        json.WriteStartObject();
        json.WriteText("$schema", Schema);
        json.WriteText("title", title);
        json.WriteText("description", summary);
        json.WriteText("width", "container");
        if (height is { } pixels)
            json.WriteNumber("height", pixels);
        json.WriteStartArray("layer");
        layers();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A layer: its data, its mark and what of the data goes where; nothing where there are no data.</summary>
    public static void Layer(Utf8JsonWriter json, string mark, IEnumerable<(string Name, PictureCell Value)[]> values, IEnumerable<VegaChannel> encoding, double opacity = 1)
    {
        (string Name, PictureCell Value)[][] all = [.. values];
        if (all.Length == 0)
            return;
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartArray("values");
        foreach ((string Name, PictureCell Value)[] value in all)
        {
            json.WriteStartObject();
            foreach ((string name, PictureCell own) in value)
                Member(json, name, own);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("mark");
        json.WriteText("type", mark);
        if (opacity < 1)
            json.WriteNumber("opacity", opacity);
        json.WriteEndObject();
        json.WriteStartObject("encoding");
        foreach (VegaChannel channel in encoding)
            Channel(json, channel);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A number of a layer.</summary>
    public static PictureCell Of(double number) => new("", number);

    /// <summary>A text of a layer.</summary>
    public static PictureCell Of(string text) => new(text);

    /// <summary>Names of which no two are the same: Vega-Lite draws what has one name in one place.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> names)
    {
        HashSet<string> used = [];
        List<string> all = [];
        foreach (string name in names)
        {
            string own = name;
            for (int i = 2; !used.Add(own); i++)
                own = string.Create(CultureInfo.InvariantCulture, $"{name} ({i})");
            all.Add(own);
        }

        return all;
    }

    private static void Channel(Utf8JsonWriter json, VegaChannel channel)
    {
        json.WriteStartObject(channel.Channel);
        json.WriteText("field", channel.Field);

        // The second end of a bar takes the scale of the first.
        if (channel.Channel is not ("x2" or "y2"))
        {
            json.WriteText("type", channel.Type);
            if (channel.Type == "nominal")
                json.WriteNull("sort");
            Scale(json, channel);
        }

        if (channel.Title is not null)
            json.WriteText("title", channel.Title);
        json.WriteEndObject();
    }

    private static void Scale(Utf8JsonWriter json, VegaChannel channel)
    {
        if (channel.IsOwn)
        {
            json.WriteNull("scale");
            return;
        }

        if (channel is { Domain: null, IsLog: false, IsAround: false, Scheme: null, Ends: null })
            return;
        json.WriteStartObject("scale");
        if (channel.IsLog)
            json.WriteText("type", "log");
        if (channel.IsAround)
            json.WriteBoolean("zero", false);
        if (channel.Scheme is { } scheme)
            json.WriteText("scheme", scheme);
        if (channel.Domain is not null || channel.Ends is not null)
        {
            json.WriteStartArray("domain");
            foreach (string name in channel.Domain ?? [])
                json.WriteStringValue(name);
            if (channel.Ends is { } ends)
            {
                json.WriteNumberValue(ends.From);
                json.WriteNumberValue(ends.To);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Member(Utf8JsonWriter json, string name, PictureCell value)
    {
        if (value.Number is not { } number)
            json.WriteText(name, value.Text);
        else if (double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
