using System.Globalization;
using System.Text.Json;
using TypedExplain.Errors;

namespace TypedExplain.ML.XGBoost;

/// <summary>A part of a model of XGBoost, read by its names.</summary>
/// <param name="element">The part.</param>
/// <param name="path">Where it is.</param>
internal readonly struct XGBoostPart(JsonElement element, string path)
{
    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>The part below a name.</summary>
    public XGBoostPart this[string name] => Find(name) ?? throw Bad($"has no {name}");

    /// <summary>The part below a name; null where there is none.</summary>
    public XGBoostPart? Find(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement found) ? new(found, $"{path}.{name}") : null;

    /// <summary>The parts of a list.</summary>
    public XGBoostPart[] List()
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Bad("is no list");
        XGBoostPart[] parts = new XGBoostPart[element.GetArrayLength()];
        int i = 0;
        foreach (JsonElement item in element.EnumerateArray())
            parts[i] = new(item, $"{path}[{i++}]");
        return parts;
    }

    /// <summary>A text.</summary>
    public string Text() => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Bad("is no text");

    /// <summary>A whole number, which parameters write as texts.</summary>
    public int Whole() => int.TryParse(Written(), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : throw Bad("is no whole number of 32 bits");

    /// <summary>A finite number of single precision, which parameters write as texts.</summary>
    public float Number() => float.TryParse(Written(), NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number) ? number : throw Bad("is no finite number");

    /// <summary>Whole numbers; true is 1 and false 0.</summary>
    public int[] Wholes()
    {
        int[] numbers = new int[Length()];
        int i = 0;
        foreach (JsonElement item in element.EnumerateArray())
        {
            numbers[i++] = item.ValueKind switch
            {
                JsonValueKind.True => 1,
                JsonValueKind.False => 0,
                JsonValueKind.Number when item.TryGetInt32(out int number) => number,
                _ => throw Bad($"holds {XGBoostFile.Shown(item.GetRawText())}, which is no whole number of 32 bits"),
            };
        }

        return numbers;
    }

    /// <summary>Numbers of single precision; NaN where the file has none, as at questions about categories.</summary>
    public float[] Numbers()
    {
        float[] numbers = new float[Length()];
        int i = 0;
        foreach (JsonElement item in element.EnumerateArray())
        {
            numbers[i++] = item.ValueKind switch
            {
                JsonValueKind.String when item.ValueEquals("") => float.NaN,
                JsonValueKind.Number when item.TryGetSingle(out float number) && float.IsFinite(number) => number,
                _ => throw Bad($"holds {XGBoostFile.Shown(item.GetRawText())}, which is no finite number"),
            };
        }

        return numbers;
    }

    /// <summary>An exception about the part.</summary>
    public InvalidModelException Bad(string what) => new($"{VisibleText.Name(path)} of the model {what}; it is damaged, or was not written by XGBoost's save_model.");

    private int Length() => element.ValueKind == JsonValueKind.Array ? element.GetArrayLength() : throw Bad("is no list");

    private string Written() => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
}
