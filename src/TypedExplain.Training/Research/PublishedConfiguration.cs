using System.Collections.Immutable;

namespace TypedExplain.Training.Research;

/// <summary>A configuration that ExpO's authors selected, so that their results can be reproduced without the search.</summary>
/// <param name="Data">The data set.</param>
/// <param name="Depth">How many hidden layers.</param>
/// <param name="Width">How many units each.</param>
/// <param name="Fidelity">The relative weight of FIDELITY; null where none was published.</param>
/// <param name="OneFeatureFidelity">That of 1D-FIDELITY.</param>
/// <param name="L1">That of L1.</param>
/// <param name="L2">That of L2.</param>
public sealed record PublishedConfiguration(string Data, int Depth, int Width, double? Fidelity, double? OneFeatureFidelity = null, double? L1 = null, double? L2 = null)
{
    /// <summary>All of them; "cancer" is chosen for accuracy, "cancer, over-regularized" for explanations.</summary>
    public static ImmutableArray<PublishedConfiguration> All { get; } =
    [
        new("autompgs", 2, 200, 0.05, 0.005, 0.01, 0.005),
        new("communities", 5, 400, 0.001, 0.01, 0.1, 0.1),
        new("day", 1, 500, 0.1, 0.1, 0.1, 0.1),
        new("housing", 5, 100, 0.005, 0.005, 0.001, 0.001),
        new("music", 4, 500, 0.01, 0.005, 0.1, 0.025),
        new("winequality-red", 4, 300, 0.05, 0.1, 0.005, 0.025),
        new("support2", 4, 400, 0.005, 0.0025),
        new("cancer", 3, 500, 0.001),
        new("cancer, over-regularized", 2, 100, 5),
        new("MSD", 5, 100, 0.1, 0.025),
    ];

    /// <summary>The units of each hidden layer.</summary>
    public ImmutableArray<int> HiddenUnits => [.. Enumerable.Repeat(Width, Depth)];
}
