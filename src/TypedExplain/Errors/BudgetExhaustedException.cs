namespace TypedExplain;

/// <summary>A request would have passed a ceiling of its <see cref="QueryBudget"/>, and was not made.</summary>
public sealed class BudgetExhaustedException : TypedExplainException
{
    internal BudgetExhaustedException(string message)
        : base(message)
    {
    }
}
