namespace TypedExplain.Orleans;

/// <summary>Rows and calls that were taken out of a budget.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Calls">How many calls.</param>
/// <param name="Wait">How long until the first row may be asked about.</param>
/// <param name="RowsPerSecond">How many rows a second from then on; infinite for no such limit.</param>
/// <param name="Refusal">Why nothing was given out; null where something was.</param>
[GenerateSerializer]
[global::Orleans.Immutable]
[Alias("TypedExplain.BudgetBlock")]
public sealed record BudgetBlock(
    [property: Id(0)] long Rows,
    [property: Id(1)] long Calls,
    [property: Id(2)] TimeSpan Wait,
    [property: Id(3)] double RowsPerSecond,
    [property: Id(4)] string? Refusal = null);
