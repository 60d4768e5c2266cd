namespace TypedExplain.Decisions;

/// <summary>What becomes of the reasons when a number of the person is one step more or less.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class StepStability<T>
    where T : IFeatureRecord<T>
{
    internal StepStability(Feature<T> feature, double step, ReasonStability stability) => (Feature, Step, Stability) = (feature, step, stability);

    /// <summary>The number.</summary>
    public Feature<T> Feature { get; }

    /// <summary>The step, in units of the feature.</summary>
    public double Step { get; }

    /// <summary>How often people are told the same, over steps up and down.</summary>
    public ReasonStability Stability { get; }

    /// <summary>The number and how often people are told the same.</summary>
    public override string ToString() => $"{Feature.DisplayName}: {Stability}";
}
