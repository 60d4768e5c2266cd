namespace TypedExplain.Orleans.Budgets;

/// <summary>What is kept of a budget.</summary>
[GenerateSerializer]
[Alias("TypedExplain.BudgetMemory")]
internal sealed class BudgetMemory
{
    /// <summary>Rows that were given out.</summary>
    [Id(0)]
    public long Rows { get; set; }

    /// <summary>Calls that were given out.</summary>
    [Id(1)]
    public long Calls { get; set; }

    /// <summary>For how many seconds from the last writing on rows are promised; another machine waits them from its beginning.</summary>
    [Id(2)]
    public double SecondsAhead { get; set; }
}
