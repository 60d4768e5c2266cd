namespace TypedExplain;

/// <summary>
/// The effect of each feature on the explained output, near the instance. For a number: the change of the output per
/// unit of the feature, on a logarithmic scale per doubling; for a number in bins, the output in the instance's own bin less
/// that outside. For a flag or a category: the output with the instance's own
/// value less that with another; for missingness: with a value, or without one, as the instance, less the other.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Attribution<T> : FeatureVector<T>
    where T : IFeatureRecord<T>
{
    private readonly FeatureVector<T> _importance;

    internal Attribution(double[] effects, FeatureVector<T> importance)
        : base(effects) => _importance = importance;

    /// <summary>
    /// The features with their effects, the most important first. Effects per unit cannot be compared across features,
    /// so importance is the magnitude of the effect per standard deviation; of equals the first in the schema leads.
    /// Protected features are left out: they are never shown as a reason.
    /// </summary>
    public IEnumerable<(Feature<T> Feature, double Effect)> Ranked() =>
        RankedFeatures.By(_importance).Select(feature => (feature, this[feature]));
}
