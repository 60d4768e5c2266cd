using System.Globalization;
using TypedExplain.Decisions.Recourses;

namespace TypedExplain.Decisions;

/// <summary>
/// The certificate that there is no recourse: no row that the annotations let an action lead to has a wanted answer. It holds for
/// the annotations as they are stated and the model as it is.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class NoRecourse<T> : RecourseOutcome<T>
    where T : IFeatureRecord<T>
{
    internal NoRecourse(RecourseFacts<T> facts, RecourseAction<T>? best)
        : base(facts) => Best = best;

    /// <summary>The action whose answer is nearest to being wanted, though it is not; null where it was not found within the budget.</summary>
    public RecourseAction<T>? Best { get; }

    /// <summary>How many rows were ruled out, and the best answer among them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"no recourse: none of {Facts.Size} has an answer of {Wanted} (now {Answer:0.####}{(Best is null ? "" : $", best {Best.Answer:0.####}")})");
}
