using System.Text.Json.Serialization;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain;

[JsonConverter(typeof(ResultConverter))]
public abstract partial class Outcome<T> : IJsonResult<Outcome<T>>
{
    private const string Document = "outcome";

    /// <summary>
    /// The outcome in canonical JSON (RFC 8785), with its explanation: the same outcome gives the same text, to the byte. Its form
    /// is that of docs/schemas/outcome.v1.json.
    /// </summary>
    /// <param name="protectedValues">What becomes of protected features. By default their values are there, because the result could not be read back without them.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept) => ResultDocument.Write(Document, json => OutcomeJson.Write(json, this, RecordHead.Withholds<T>(protectedValues)));

    /// <summary>The outcome that a text tells; see <see cref="Explanation{T}.FromJson(string)"/> for its explanation.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is not an outcome of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static Outcome<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not an outcome of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static Outcome<T> FromJson(ReadOnlySpan<byte> json) => ResultDocument.Read(json, Document, OutcomeJson.Read<T>);

    /// <summary>The same of a stream of text in UTF-8, which is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not an outcome of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static Outcome<T> FromJson(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }
}

[JsonConverter(typeof(ResultConverter))]
public sealed partial class Certified<T>;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class BestEffort<T>;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class Refused<T>;
