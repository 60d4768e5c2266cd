namespace TypedExplain.Testing;

/// <summary>What two models make of one feature as a reason, over all instances.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FeatureDiff<T>
    where T : IFeatureRecord<T>
{
    internal FeatureDiff(Feature<T> feature, ReasonChange reason, ReasonChange direction) => (Feature, Reason, Direction) = (feature, reason, direction);

    /// <summary>Whose places among the reasons are compared.</summary>
    public Feature<T> Feature { get; }

    /// <summary>For how many instances it comes first in the model before, under every seed.</summary>
    public int FirstBefore { get; internal init; }

    /// <summary>For how many it comes first in the model after, under every seed.</summary>
    public int FirstAfter { get; internal init; }

    /// <summary>For how many it is told that it came among the first reasons.</summary>
    public int Entered { get; internal init; }

    /// <summary>For how many it is told that it is no longer among them.</summary>
    public int Left { get; internal init; }

    /// <summary>Whether it is among the first reasons: those that it entered or left.</summary>
    public ReasonChange Reason { get; }

    /// <summary>Whether it has the opposite direction where it is among the first reasons of both.</summary>
    public ReasonChange Direction { get; }
}
