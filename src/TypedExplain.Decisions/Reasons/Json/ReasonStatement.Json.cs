using System.Text.Json.Serialization;
using TypedExplain.Decisions.Reasons.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Decisions;

[JsonConverter(typeof(ResultConverter))]
public abstract partial class ReasonStatement<T> : IJsonResult<ReasonStatement<T>>
{
    private const string Document = "reasons";

    /// <summary>
    /// The statement in canonical JSON (RFC 8785): the same statement gives the same text, to the byte. Its form is that of
    /// docs/schemas/reasons.v1.json. No value of the person is in it.
    /// </summary>
    /// <param name="protectedValues">What becomes of numbers from which those of a protected feature could be computed, which is the base value. By default they are there, because the statement could not be read back without them.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept)
    {
        bool withholds = RecordHead.Withholds<T>(protectedValues);
        return ResultDocument.Write(Document, json => StatementJson.Write(json, this, withholds));
    }

    /// <summary>The statement that a text tells. Its explainer can be described and not used.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is not a statement about the record, of a version that is not known, damaged, or protected values are withheld.</exception>
    public static ReasonStatement<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a statement about the record, of a version that is not known, damaged, or protected values are withheld.</exception>
    public static ReasonStatement<T> FromJson(ReadOnlySpan<byte> json) => ResultDocument.Read(json, Document, StatementReader.Read<T>);

    /// <summary>The same of a stream of text in UTF-8, which is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a statement about the record, of a version that is not known, damaged, or protected values are withheld.</exception>
    public static ReasonStatement<T> FromJson(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }
}

[JsonConverter(typeof(ResultConverter))]
public sealed partial class Stated<T>;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class ReasonsRefused<T>;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class AutomaticDenial<T>;
