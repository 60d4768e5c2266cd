namespace TypedExplain.Orleans.Budgets;

/// <summary>A budget of a silo.</summary>
internal sealed record RegisteredBudget(ClusterBudgetOptions Options);
