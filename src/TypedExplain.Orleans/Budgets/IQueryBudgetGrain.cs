namespace TypedExplain.Orleans;

/// <summary>
/// What may be asked of a model that costs something, by the whole cluster. Its key is the name by which the silos registered it. What is
/// given out is used up, whether or not whoever has it lives to use it, so the ceiling is never passed.
/// </summary>
[Alias("TypedExplain.IQueryBudgetGrain")]
public interface IQueryBudgetGrain : IGrainWithStringKey
{
    /// <summary>Gives out a block of rows, and a call at least. It is written down before.</summary>
    /// <param name="needed">How many rows are needed at once; at least 0.</param>
    /// <param name="wanted">How many more would be taken for later; fewer are given where little is left.</param>
    /// <param name="wantedCalls">How many more calls would be taken for later; likewise.</param>
    /// <returns>The block; one that is not granted says why.</returns>
    /// <exception cref="ExplanationGrainException">No budget of this name is registered on the silo, or less than nothing is needed.</exception>
    [Alias("Reserve")]
    Task<BudgetBlock> ReserveAsync(long needed, long wanted = 0, long wantedCalls = 0);

    /// <summary>Tells how much is used up.</summary>
    /// <exception cref="ExplanationGrainException">No budget of this name is registered on the silo.</exception>
    [Alias("Used")]
    Task<BudgetUse> UsedAsync();
}
