using System.Text.Json;
using System.Text.Json.Serialization;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class TrustRegion<T> : IJsonResult<TrustRegion<T>>
{
    private const string Document = "trust-region";

    /// <summary>
    /// The region in canonical JSON (RFC 8785): the same region gives the same text, to the byte. Its form is that of
    /// docs/schemas/trust-region.v1.json.
    /// </summary>
    /// <param name="protectedValues">What becomes of protected features. By default their values are there, because the result could not be read back without them.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept) => ResultDocument.Write(Document, json => TrustRegionJson.Write(json, this, RecordHead.Withholds<T>(protectedValues)));

    /// <summary>The region that a text tells.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is not a trust region of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static TrustRegion<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a trust region of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static TrustRegion<T> FromJson(ReadOnlySpan<byte> json) => ResultDocument.Read(json, Document, TrustRegionJson.Read<T>);

    /// <summary>The same of a stream of text in UTF-8, which is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a trust region of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static TrustRegion<T> FromJson(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>Writes the region as a part of another result.</summary>
    internal void WriteTo(Utf8JsonWriter json, bool withholds) => ResultDocument.WriteInside(json, Document, writer => TrustRegionJson.Write(writer, this, withholds));

    /// <summary>Reads a region that is a part of another result.</summary>
    internal static TrustRegion<T> ReadInside(JsonPart part) => ResultDocument.ReadInside(part, Document, TrustRegionJson.Read<T>);
}
