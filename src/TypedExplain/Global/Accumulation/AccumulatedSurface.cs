namespace TypedExplain;

/// <summary>
/// The second-order accumulated local effects of two numbers: what the pair adds to the effects of each. Zero everywhere for a model
/// that adds them up. Made by <see cref="AccumulatedLocalEffects{T}"/>.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class AccumulatedSurface<T> : FeatureSurface<T>
    where T : IFeatureRecord<T>
{
    internal AccumulatedSurface()
    {
    }

    /// <summary>How many cells between points hold no row, and took the effect of the nearest cell that does.</summary>
    public required int EmptyCells { get; init; }

    private protected override string Title => "second-order accumulated local effects of";
}
