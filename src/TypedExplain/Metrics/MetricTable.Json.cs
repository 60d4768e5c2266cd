using TypedExplain.Explanations.Json;
using TypedExplain.Json;
using TypedExplain.Metrics;

namespace TypedExplain;

public sealed partial class MetricTable<T>
{
    private const string Document = "metric-table";

    /// <summary>The table in canonical JSON (RFC 8785): the same table gives the same text, to the byte. Its form is that of docs/schemas/metric-table.v1.json.</summary>
    /// <param name="protectedValues">Of no effect: a table holds no values of a record.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept) => ResultDocument.Write(Document, json => MetricTableJson.Write(json, this));

    /// <summary>The table that a text tells, with the bits that it had. Its explainers are each a <see cref="DescribedExplainer{T}"/>.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <exception cref="InvalidJsonException">It is not a table of metrics of the record, of a version that is not known, damaged.</exception>
    public static MetricTable<T> FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a table of metrics of the record, of a version that is not known, damaged.</exception>
    public static MetricTable<T> FromJson(ReadOnlySpan<byte> json) => ResultDocument.Read(json, Document, part => MetricTableJson.Read(part, (IExplainer<T>[] explainers, Score[][] scores) => new MetricTable<T>([.. explainers], scores)));

    /// <summary>The same of a stream of text in UTF-8, which is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">It is not a table of metrics of the record, of a version that is not known, damaged.</exception>
    public static MetricTable<T> FromJson(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"));
    }
}
