namespace TypedExplain.Receipts.Statements;

/// <summary>
/// What kind of result a receipt is of, by name. Those here are this package's own; a package that builds on it has others, each named
/// after the document that its result is as JSON.
/// </summary>
internal static class ResultForm
{
    public const string Explanation = "Explanation", ShapValues = "ShapValues", Outcome = "Outcome", Consensus = "Consensus";

    /// <summary>Whether this package makes and reads such results itself.</summary>
    public static bool IsOwn(string form) => form is Explanation or ShapValues or Outcome or Consensus;
}
