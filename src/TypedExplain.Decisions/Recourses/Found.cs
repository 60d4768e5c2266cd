using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Decisions.Recourses;

namespace TypedExplain.Decisions;

/// <summary>There is recourse: an action after which the model's answer is wanted. The model was asked about it once more, in another batch.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class Found<T> : RecourseOutcome<T>
    where T : IFeatureRecord<T>
{
    internal Found(RecourseFacts<T> facts, ImmutableArray<RecourseAction<T>> actions, double leastCost)
        : base(facts) => (Actions, LeastCost) = (actions, leastCost);

    /// <summary>The cheapest action; of equally dear ones the one that changes fewer features, then the one that changes features further up in the record.</summary>
    public RecourseAction<T> Action => Actions[0];

    /// <summary>
    /// The action and its alternatives, from the cheapest to the dearest: for each set of features that is changed the cheapest action,
    /// where no part of that set suffices.
    /// </summary>
    public ImmutableArray<RecourseAction<T>> Actions { get; }

    /// <summary>It is proven that nothing cheaper than this leads to a wanted answer.</summary>
    public double LeastCost { get; }

    /// <summary>Whether it is proven that no action is cheaper.</summary>
    public bool IsProvenCheapest => Action.Cost <= LeastCost;

    /// <summary>The action, and how it is known to be cheapest.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Action} (was {Answer:0.####}, wanted {Wanted}); {(IsProvenCheapest ? "no action is cheaper" : $"none is cheaper than {LeastCost:0.###}")} among {Facts.Size}");
}
