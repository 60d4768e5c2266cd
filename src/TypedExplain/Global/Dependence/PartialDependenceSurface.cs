namespace TypedExplain;

/// <summary>The partial dependence of a model on two features. Made by <see cref="PartialDependence{T}"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class PartialDependenceSurface<T> : FeatureSurface<T>
    where T : IFeatureRecord<T>
{
    internal PartialDependenceSurface()
    {
    }

    private protected override string Title => "partial dependence of";
}
