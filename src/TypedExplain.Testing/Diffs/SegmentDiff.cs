namespace TypedExplain.Testing;

/// <summary>What two models make of the instances of a segment: those with the same value of a feature, or a number in the same range.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class SegmentDiff<T>
    where T : IFeatureRecord<T>
{
    internal SegmentDiff(Feature<T> feature, string value, Share prediction, ReasonChange firstReason, ReasonChange topReasons, ReasonChange direction) =>
        (Feature, Value, Prediction, FirstReason, TopReasons, Direction) = (feature, value, prediction, firstReason, topReasons, direction);

    /// <summary>By whose value the instances are divided.</summary>
    public Feature<T> Feature { get; }

    /// <summary>The value, or the smallest and the largest number. Of a protected feature too: texts for a person withhold it.</summary>
    public string Value { get; }

    /// <summary>How many instances it has.</summary>
    public int Instances => Prediction.Of;

    /// <summary>Instances whose answer differs by more than <see cref="ModelDiffOptions{T}.Tolerance"/>.</summary>
    public Share Prediction { get; }

    /// <summary>Whether another feature comes first.</summary>
    public ReasonChange FirstReason { get; }

    /// <summary>Whether other features are among the first reasons.</summary>
    public ReasonChange TopReasons { get; }

    /// <summary>Whether a feature that is among the first reasons of both has the opposite direction.</summary>
    public ReasonChange Direction { get; }
}
