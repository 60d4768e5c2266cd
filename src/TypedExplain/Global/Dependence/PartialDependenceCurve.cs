using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>The partial dependence of a model on one feature, with curves of single rows. Made by <see cref="PartialDependence{T}"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class PartialDependenceCurve<T> : FeatureCurve<T>
    where T : IFeatureRecord<T>
{
    internal PartialDependenceCurve()
    {
    }

    /// <summary>The curves of single rows, in the order of the background; where all rows are kept their mean is the curve, to the bit.</summary>
    public required ImmutableArray<IceCurve> Curves { get; init; }

    /// <summary>Whether all numbers are differences from the answer at the first point.</summary>
    public required bool IsCentered { get; init; }

    private protected override string Title => IsCentered ? "centered partial dependence of" : "partial dependence of";
}
