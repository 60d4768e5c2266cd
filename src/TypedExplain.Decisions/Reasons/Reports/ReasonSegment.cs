using System.Collections.Immutable;

namespace TypedExplain.Decisions;

/// <summary>What the people of one segment are told.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class ReasonSegment<T>
    where T : IFeatureRecord<T>
{
    internal ReasonSegment(ReasonSegmentation<T> segmentation, string value, Proportion stated, ImmutableArray<ReasonShare<T>> codes) =>
        (Segmentation, Value, Stated, Codes) = (segmentation, value, stated, codes);

    /// <summary>What the people are divided by.</summary>
    public ReasonSegmentation<T> Segmentation { get; }

    /// <summary>The value that those of the segment share, or the range that they are in.</summary>
    public string Value { get; }

    /// <summary>To how many of those with an adverse decision reasons are stated.</summary>
    public Proportion Stated { get; }

    /// <summary>How often each reason is stated, the most frequent first.</summary>
    public ImmutableArray<ReasonShare<T>> Codes { get; }

    /// <summary>The segment and to how many reasons are stated.</summary>
    public override string ToString() => $"{Segmentation.Name} {Value}: reasons stated to {Stated}";
}
