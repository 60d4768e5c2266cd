using System.Text.Json;
using TypedExplain.Generated;
using TypedExplain.Json;
using TypedExplain.Media;

namespace TypedExplain.Explanations.Json;

/// <summary>What the parts of texts and images are: words with their offsets, segments or single numbers.</summary>
internal static class MediaJson
{
    /// <summary>Writes how a text is divided.</summary>
    public static void Write(Utf8JsonWriter json, TextAttribution text)
    {
        json.WriteText("mode", text.Tokenized.Mode.ToString());
        json.WritePropertyName("tokenizer");
        text.Tokenized.Tokenizer.Describe().WriteTo(json);
    }

    /// <summary>Writes a word and where it stands, in UTF-16 units.</summary>
    public static void Write(Utf8JsonWriter json, WordEffect word)
    {
        json.WriteText("word", word.Word);
        json.WriteStartArray("spans");
        foreach (TokenSpan span in word.Spans)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the shape of an image and the segment of each of its pixels.</summary>
    public static void Write(Utf8JsonWriter json, ImageAttribution image)
    {
        json.WriteNumber("height", image.Shape.Height);
        json.WriteNumber("width", image.Shape.Width);
        json.WriteNumber("channels", image.Shape.Channels);
        if (image.Segments is not { } segments)
            return;
        json.WriteStartArray("segments");
        foreach (int label in segments.Labels)
            json.WriteNumberValue(label);
        json.WriteEndArray();
    }

    /// <summary>Reads a text's or image's parts around an instance.</summary>
    /// <param name="part">The text or image.</param>
    /// <param name="media">What it is in the schema.</param>
    /// <param name="values">The instance's own texts and images.</param>
    public static MediaAttribution Read<T>(JsonPart part, MediaFeature<T> media, MediaValues values)
        where T : IFeatureRecord<T>
    {
        if (part["name"] is { } name && name.Text() != media.Name)
            throw name.Wrong(media.Name);
        JsonPart[] parts = [.. part["parts"].Items()];
        double[] effects = [.. parts.Select(one => one["effect"].Double())];
        if (media.Shape is { } shape)
        {
            SegmentMap? segments = Segments(part, shape);
            if (effects.Length != (segments?.Count ?? shape.Length))
                throw part["parts"].Wrong($"a list with one item for each of {segments?.Count ?? shape.Length} {(segments is null ? "numbers" : "segments")}");
            return new ImageAttribution(values.Image(media.Index), shape, segments, effects) { IsProtected = media.IsProtected };
        }

        return new TextAttribution(Divided(part, parts, values.Text(media.Index)), effects) { IsProtected = media.IsProtected };
    }

    private static SegmentMap? Segments(JsonPart part, ImageShape shape)
    {
        if (part.Optional("segments") is not { } segments)
            return null;
        try
        {
            return new(shape.Height, shape.Width, segments.Wholes(shape.Pixels, "pixel", 0, int.MaxValue));
        }
        catch (InvalidDatasetException error)
        {
            throw segments.Wrong("the segments 0, 1, 2, … of the pixels, none of them empty", error);
        }
    }

    /// <summary>The text divided as it was: by the tokenizer where it is one of the library's, else where its words stood.</summary>
    private static TokenizedText Divided(JsonPart part, JsonPart[] parts, string text)
    {
        TokenSpan[] spans =
        [
            .. parts.SelectMany(one => one["spans"].Items())
                .Select(span => new TokenSpan(span["start"].Whole(), span["length"].Whole(least: 1)))
                .OrderBy(span => span.Start),
        ];
        TokenizedText divided;
        try
        {
            divided = new(text, part["mode"].Word<TextMode>(), DescribedTokenizer.Of(Description.Read(part["tokenizer"]), text, spans));
        }
        catch (InvalidOptionException error)
        {
            throw part["parts"].Wrong("the words of the instance's text", error);
        }

        return divided.Count == parts.Length ? divided : throw part["parts"].Wrong($"a list of {divided.Count} words, as the text has them");
    }
}
