using System.Text.Json.Serialization;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class ShapInteractions<T> : IJsonResult<ShapInteractions<T>>
{
    private const string Document = "shap-interactions";

    /// <summary>
    /// The interactions in canonical JSON (RFC 8785): the same interactions give the same text, to the byte. Its form is that of
    /// docs/schemas/shap-interactions.v1.json.
    /// </summary>
    /// <param name="protectedValues">What becomes of protected features. By default their values are there, because the result could not be read back without them.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept) => ResultDocument.Write(Document, new ShapInteractionsJson<T>(this, RecordHead.Withholds<T>(protectedValues)).Write);

    /// <summary>The interactions that a text tells, with the bits that they had. Their explainer is a <see cref="DescribedExplainer{T}"/>.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is not interactions of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static ShapInteractions<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not interactions of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static ShapInteractions<T> FromJson(ReadOnlySpan<byte> json) => ResultDocument.Read(json, Document, ShapInteractionsJson<T>.Read);

    /// <summary>The same of a stream of text in UTF-8, which is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not interactions of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static ShapInteractions<T> FromJson(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }
}
