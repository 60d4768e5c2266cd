using System.Text.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Summaries.Json;

/// <summary>Writes and reads what the explanations of a summary have in common, and with which options it was begun.</summary>
internal static class SummaryJson
{
    private const string Quantity = "quantity", Explainer = "explainer", Output = "output", BaseValue = "baseValue", Background = "background", Segments = "segments";

    /// <summary>Writes what they have in common.</summary>
    public static void Write(Utf8JsonWriter json, SummaryIdentity identity)
    {
        json.WriteText(Quantity, identity.Quantity.ToString());
        json.WriteText(Output, identity.Output);
        AnswerJson.Write(json, identity.Kind, identity.Link);
        if (identity.BaseValue is { } origin)
            json.WriteDouble(BaseValue, origin);
        json.WritePropertyName(Explainer);
        json.WriteRawValue(identity.Explainer);
    }

    /// <summary>Reads it; null where there is no explanation.</summary>
    public static SummaryIdentity? ReadIdentity(JsonPart part)
    {
        if (part.Optional(Quantity) is not { } quantity)
            return null;
        string output = part[Output].Text();
        (OutputKind kind, _) = AnswerJson.Read(part, output);
        return new(quantity.Word<SummaryQuantity>(), Description.Read(part[Explainer]).ToString(), output, kind, part["link"].Word<LinkFunction>(), part.Optional(BaseValue)?.Finite());
    }

    /// <summary>Writes the options.</summary>
    public static void Write<T>(Utf8JsonWriter json, SummaryOptions<T> options)
        where T : IFeatureRecord<T>
    {
        if (options.Background is { } background)
        {
            json.WriteStartObject(Background);
            json.WriteNumber("rows", background.Count);
            json.WriteText("sha256", background.Sha256);
            json.WriteEndObject();
        }

        json.WriteStartArray("segmentsBy");
        foreach (Feature<T> feature in options.Segments)
            json.WriteTextValue(feature.Name);
        json.WriteEndArray();
    }

    /// <summary>Refuses a summary that was begun with other options.</summary>
    public static void RequireOptions<T>(JsonPart part, SummaryOptions<T> options)
        where T : IFeatureRecord<T>
    {
        string? own = options.Background?.Sha256, read = part.Optional(Background)?["sha256"].Text();
        if (own != read)
            throw new InvalidJsonException($"{part.Path}.{Background} is {Named(read)}, and that of the options {Named(own)}; read the summary with the options that it was begun with.");
        string[] by = [.. part["segmentsBy"].Items().Select(item => item.Text())];
        if (!by.SequenceEqual(options.Segments.Select(feature => feature.Name)))
            throw new InvalidJsonException($"{part.Path}.segmentsBy has {by.Length} features other than the {options.Segments.Length} of the options; read the summary with the options that it was begun with.");
    }

    /// <summary>The segments of a text.</summary>
    public static JsonPart[] ReadSegments(JsonPart part, int count) => part[Segments].Items(count, "feature that segments are made by");

    private static string Named(string? sha256) => sha256 is null ? "none" : $"rows with the SHA-256 {Errors.VisibleText.Name(sha256)}";
}
