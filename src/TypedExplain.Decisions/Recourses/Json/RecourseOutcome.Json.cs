using System.Text.Json.Serialization;
using TypedExplain.Decisions.Recourses.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Decisions;

[JsonConverter(typeof(ResultConverter))]
public abstract partial class RecourseOutcome<T> : IJsonResult<RecourseOutcome<T>>
{
    private const string Document = "recourse";

    /// <summary>
    /// The outcome in canonical JSON (RFC 8785): the same outcome gives the same text, to the byte. Its form is that of
    /// docs/schemas/recourse.v1.json.
    /// </summary>
    /// <param name="protectedValues">What becomes of protected features. By default their values are there, because the result could not be read back without them.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept) => ResultDocument.Write(Document, json => RecourseJson.Write(json, this, RecordHead.Withholds<T>(protectedValues)));

    /// <summary>The outcome that a text tells.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is not an outcome of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static RecourseOutcome<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not an outcome of the record, of a version that is not known, damaged, or its protected values are withheld.</exception>
    public static RecourseOutcome<T> FromJson(ReadOnlySpan<byte> json) => ResultDocument.Read(json, Document, RecourseJson.Read<T>);
}

[JsonConverter(typeof(ResultConverter))]
public sealed partial class Found<T>;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class NoRecourse<T>;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class BudgetExhausted<T>;
