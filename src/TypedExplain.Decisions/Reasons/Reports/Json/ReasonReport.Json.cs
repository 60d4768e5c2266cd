using System.Text.Json.Serialization;
using TypedExplain.Decisions.Reasons.Reports.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Decisions;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class ReasonReport<T> : IJsonResult<ReasonReport<T>>
{
    private const string Document = "reason-report";

    /// <summary>
    /// The report in canonical JSON (RFC 8785): the same report gives the same text, to the byte. Its form is that of
    /// docs/schemas/reason-report.v1.json.
    /// </summary>
    /// <param name="protectedValues">What becomes of segments by protected features. By default they are there, marked.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept)
    {
        bool withholds = RecordHead.Withholds<T>(protectedValues);
        return ResultDocument.Write(Document, json => ReportJson.Write(json, this, withholds));
    }

    /// <summary>The report that a text tells, such as the earlier one of <see cref="ReasonReportOptions{T}.Earlier"/>. A function that divided people is only known by its name.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is not a report about the record, of a version that is not known, damaged, or segments are withheld.</exception>
    public static ReasonReport<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a report about the record, of a version that is not known, damaged, or segments are withheld.</exception>
    public static ReasonReport<T> FromJson(ReadOnlySpan<byte> json) => ResultDocument.Read(json, Document, ReportReader.Read<T>);

    /// <summary>The same of a stream of text in UTF-8, which is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a report about the record, of a version that is not known, damaged, or segments are withheld.</exception>
    public static ReasonReport<T> FromJson(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }
}
