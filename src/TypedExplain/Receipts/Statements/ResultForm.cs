namespace TypedExplain.Receipts.Statements;

/// <summary>What kind of result a receipt is of.</summary>
internal enum ResultForm
{
    Explanation,
    ShapValues,
    Outcome,
    Consensus,
}
