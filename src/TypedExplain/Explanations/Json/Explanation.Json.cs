using System.Text.Json;
using System.Text.Json.Serialization;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class Explanation<T> : IJsonResult<Explanation<T>>
{
    private const string Document = "explanation";

    /// <summary>
    /// The explanation in canonical JSON (RFC 8785), with all that it takes to answer as it does: the same explanation gives the
    /// same text, to the byte. Its form is that of docs/schemas/explanation.v1.json.
    /// </summary>
    /// <param name="protectedValues">What becomes of protected features. By default their values are there, because the explanation could not answer without them.</param>
    /// <exception cref="InvalidJsonException">A text of the instance holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept) => ResultDocument.Write(Document, new ExplanationWriter<T>(this, RecordHead.Withholds<T>(protectedValues)).Write);

    /// <summary>
    /// The explanation that a text tells. Its numbers have the bits that they had, and it answers as it did; its instance has the
    /// features, texts and images that the record has, and its other members by default. Its explainer is a
    /// <see cref="DescribedExplainer{T}"/>.
    /// </summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is not an explanation of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static Explanation<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>The explanation that a text in UTF-8 tells.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not an explanation of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static Explanation<T> FromJson(ReadOnlySpan<byte> json) => ResultDocument.Read(json, Document, ExplanationReader.Read<T>);

    /// <summary>The explanation that a stream of text in UTF-8 tells; it is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not an explanation of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static Explanation<T> FromJson(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>Writes the explanation as a part of another result.</summary>
    internal void WriteTo(Utf8JsonWriter json, bool withholds) => ResultDocument.WriteInside(json, Document, new ExplanationWriter<T>(this, withholds).Write);

    /// <summary>Reads an explanation that is a part of another result.</summary>
    internal static Explanation<T> ReadInside(JsonPart part) => ResultDocument.ReadInside(part, Document, ExplanationReader.Read<T>);
}
