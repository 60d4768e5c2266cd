namespace TypedExplain.Orleans;

/// <summary>How much of a budget is used up. What was given out counts, also where nobody has asked about it yet.</summary>
/// <param name="Rows">Rows that were given out.</param>
/// <param name="MaxRows">The most rows.</param>
/// <param name="Calls">Calls that were given out.</param>
/// <param name="MaxCalls">The most calls.</param>
[GenerateSerializer]
[global::Orleans.Immutable]
[Alias("TypedExplain.BudgetUse")]
public sealed record BudgetUse([property: Id(0)] long Rows, [property: Id(1)] long MaxRows, [property: Id(2)] long Calls, [property: Id(3)] long MaxCalls);
