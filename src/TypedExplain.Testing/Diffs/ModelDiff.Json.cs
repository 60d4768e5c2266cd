using TypedExplain.Explanations.Json;
using TypedExplain.Testing.Diffs;

namespace TypedExplain.Testing;

public sealed partial class ModelDiff<T>
{
    private const string Document = "model-diff";

    /// <summary>
    /// The diff in canonical JSON (RFC 8785): the same diff gives the same text, to the byte. Its form is that of
    /// docs/schemas/model-diff.v1.json. Of instances it has those whose answer or a reason changed. It cannot be read back: compare
    /// the models again, which gives the same bits.
    /// </summary>
    /// <param name="protectedValues">What becomes of segments by protected features: by default they are there, marked.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept)
    {
        bool withholds = RecordHead.Withholds<T>(protectedValues);
        return ResultDocument.Write(Document, json => ModelDiffJson.Write(json, this, withholds));
    }
}
