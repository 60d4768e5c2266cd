using TypedExplain.Explanations.Json;
using TypedExplain.Json;
using TypedExplain.Metrics;

namespace TypedExplain;

public sealed partial record Score
{
    private const string Document = "score";

    /// <summary>The score in canonical JSON (RFC 8785): the same score gives the same text, to the byte. Its form is that of docs/schemas/score.v1.json.</summary>
    /// <param name="protectedValues">Of no effect: a score holds no values of a record.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept) => ResultDocument.Write(Document, json => ScoreJson.Write(json, this));

    /// <summary>The score that a text tells, with the bits that it had.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is not a score, of a version that is not known, damaged.</exception>
    public static Score FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a score, of a version that is not known, damaged.</exception>
    public static Score FromJson(ReadOnlySpan<byte> json) => ResultDocument.Read(json, Document, ScoreJson.Read);

    /// <summary>The same of a stream of text in UTF-8, which is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a score, of a version that is not known, damaged.</exception>
    public static Score FromJson(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }
}
