using System.Globalization;
using TypedExplain.Decisions.Recourses;

namespace TypedExplain.Decisions;

/// <summary>The budget was spent before the search was done: there may be recourse, and if there is, it costs at least so much.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class BudgetExhausted<T> : RecourseOutcome<T>
    where T : IFeatureRecord<T>
{
    internal BudgetExhausted(RecourseFacts<T> facts, RecourseAction<T>? best, double leastCost, string reason)
        : base(facts) => (Best, LeastCost, Reason) = (best, leastCost, reason);

    /// <summary>The cheapest action with a wanted answer that was found; null where none was.</summary>
    public RecourseAction<T>? Best { get; }

    /// <summary>Nothing cheaper than this leads to a wanted answer.</summary>
    public double LeastCost { get; }

    /// <summary>Which budget was spent, and what to do.</summary>
    public string Reason { get; }

    /// <summary>What was found and what is known.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"not decided: {Reason} {(Best is null ? "No action was found" : $"Best so far: {Best}")}; none is cheaper than {LeastCost:0.###} among {Facts.Size}");
}
