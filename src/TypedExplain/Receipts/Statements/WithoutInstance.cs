using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Receipts.Statements;

/// <summary>
/// A result without what its instance could be learned from: what is told is listed here, and all else left out. Of a protected
/// feature only its name remains.
/// </summary>
internal static class WithoutInstance
{
    private static readonly Told s_features = new(
        "name", "protected", "effect", "standardized", "contribution", "standardError", "lower", "upper", "undecided", "disagreement", "signAgreement", "mean");

    /// <summary>What this package's own results tell.</summary>
    public static Told OwnResults { get; } = Document();

    /// <summary>What is left of a result, in canonical JSON.</summary>
    public static byte[] Of(ReadOnlySpan<byte> result, Told told)
    {
        JsonElement whole = JsonText.Parse(result, "The result");
        return CanonicalJson.Of(JsonBuffer.Of(json => told.Write(json, whole)));
    }

    private static Told Document()
    {
        Told document = new(
            "$schema", "version", "record", "output", "modelOutput", "kind", "link", "prediction", "baseValue", "answer", "baseAnswer", "queries", "convergence", "caveats", "fit", "environments",
            "orderDecidedAfter", "method", "explainer", "outcome", "standard", "rankCorrelation");
        return document.With("features", s_features).With("explanation", document).With("explanations", document);
    }
}
