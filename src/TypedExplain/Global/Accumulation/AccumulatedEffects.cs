using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>The accumulated local effects of one feature; their mean over the background is 0. Made by <see cref="AccumulatedLocalEffects{T}"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class AccumulatedEffects<T> : FeatureCurve<T>
    where T : IFeatureRecord<T>
{
    internal AccumulatedEffects()
    {
    }

    /// <summary>The steps that are accumulated, before a circle is closed; of a circle one more than between its points, from the last to the first.</summary>
    public required ImmutableArray<LocalStep> Steps { get; init; }

    /// <summary>
    /// On a circle, what all steps once round add up to: 0 for a model without interactions. It is taken off the steps, of each in
    /// proportion to its rows, so that the curve closes. 0 for every other feature.
    /// </summary>
    public double LoopDrift { get; init; }

    private protected override string Title => "accumulated local effects of";
}
