using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>What a global explanation will ask for, to the row, before the model is asked about any.</summary>
public sealed class GlobalPlan
{
    internal GlobalPlan(string method, long queries, long batches, string way) => (Method, Queries, Batches, Way) = (method, queries, batches, way);

    /// <summary>The name of the method.</summary>
    public string Method { get; }

    /// <summary>How many rows the model will be asked about.</summary>
    public long Queries { get; }

    /// <summary>In how many batches they come.</summary>
    public long Batches { get; }

    /// <summary>How the numbers come about, in words.</summary>
    public string Way { get; }

    /// <summary>Whether what is left of a budget is enough, where each batch is one call.</summary>
    /// <param name="budget">The budget.</param>
    public bool IsWithin(QueryBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return Queries <= budget.MaxRows - budget.Rows && Batches <= budget.MaxCalls - budget.Calls;
    }

    /// <summary>Rows and batches, then how they come about.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Method}: {Queries:N0} {Noun.Of(Queries, "row")} in {Batches:N0} {Noun.Of(Batches, "batch", "batches")}\n{Way}");
}
