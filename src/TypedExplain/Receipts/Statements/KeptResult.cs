using System.Text;
using System.Text.Json.Serialization;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Receipts.Statements;

/// <summary>A result of another package, kept as its canonical JSON: only that package reads more of it.</summary>
[JsonConverter(typeof(ResultConverter))]
internal sealed class KeptResult<T> : IJsonResult
    where T : IFeatureRecord<T>
{
    private readonly byte[] _text;

    private KeptResult(byte[] text) => _text = text;

    /// <summary>Keeps a result, which must be the document that its form is named after.</summary>
    /// <exception cref="InvalidJsonException">It is another one.</exception>
    public static KeptResult<T> Of(JsonPart part, JsonPart form, byte[] text) => ResultDocument.Is(part, form.Text())
        ? new(text)
        : throw form.Wrong($"{ResultForm.Explanation}, {ResultForm.ShapValues}, {ResultForm.Outcome}, {ResultForm.Consensus}, or the name of what stands in $.predicate.result.json");

    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept) => RecordHead.Withholds<T>(protectedValues)
        ? throw new InvalidOptionException("protectedValues are to be withheld from a result that was kept as its JSON. Read it with FromJson of its own type, and write it from there.")
        : Encoding.UTF8.GetString(_text);
}
