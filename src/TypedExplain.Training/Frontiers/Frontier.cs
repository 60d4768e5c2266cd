using System.Collections.Immutable;
using TypedExplain.Training.Frontiers;

namespace TypedExplain.Training;

/// <summary>Errors of models against the quality of their explanations, by the weight of the regularizer.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Explainers">The names of the explainers.</param>
/// <param name="Points">One per weight, in the order of the ladder.</param>
public sealed record Frontier<T>(ImmutableArray<string> Explainers, ImmutableArray<FrontierPoint<T>> Points)
    where T : IFeatureRecord<T>
{
    /// <summary>
    /// How many of the rows that it was measured on are training rows too, equal in every column and in the target. Errors on
    /// rows that were learned from flatter.
    /// </summary>
    public int SharedRows { get; init; }

    /// <summary>
    /// The point from which more of the one costs most of the other: of those that no other point beats in both error and
    /// NF, the one furthest below the line through the first and the last, error and NF each from 0 to 1. With fewer than
    /// three such points the one with the lowest error; null where no point has finite numbers.
    /// </summary>
    /// <param name="explainer">Position of the explainer.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such explainer.</exception>
    public FrontierPoint<T>? Knee(int explainer = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)explainer, (uint)Explainers.Length, nameof(explainer));
        int? knee = FrontierKnee.Of([.. Points.Select(point => (point.Error, point.Qualities[explainer].NeighborhoodFidelity))]);
        return knee is { } at ? Points[at] : null;
    }
}
