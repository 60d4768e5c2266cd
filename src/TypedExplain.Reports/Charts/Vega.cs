using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Reports.Charts;

/// <summary>Writes charts as specifications of Vega-Lite 6, with their data in them.</summary>
internal static class Vega
{
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    /// <summary>A specification with layers.</summary>
    public static void Write(Utf8JsonWriter json, string title, string summary, Action layers)
    {
        json.WriteStartObject();
        json.WriteText("$schema", Schema);
        json.WriteText("title", title);
        json.WriteText("description", summary);
        json.WriteText("width", "container");
        json.WriteStartArray("layer");
        layers();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A layer: its data, its mark and what of the data goes where.</summary>
    public static void Layer(Utf8JsonWriter json, string mark, IEnumerable<(string Name, PictureCell Value)[]> values, params (string Channel, string Field, string Type, string? Title)[] encoding)
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
        json.WriteText("mark", mark);
        json.WriteStartObject("encoding");
        foreach ((string channel, string field, string type, string? title) in encoding)
            Channel(json, channel, field, type, title);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Channel(Utf8JsonWriter json, string channel, string field, string type, string? title)
    {
        json.WriteStartObject(channel);
        json.WriteText("field", field);

        // The second end of a bar takes the scale of the first.
        if (channel is not ("x2" or "y2"))
            json.WriteText("type", type);
        if (type == "nominal")
            json.WriteNull("sort");
        if (title is not null)
            json.WriteText("title", title);
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

    /// <summary>A number of a layer.</summary>
    public static PictureCell Of(double number) => new("", number);

    /// <summary>A text of a layer.</summary>
    public static PictureCell Of(string text) => new(text);
}
