using TypedExplain.Explanations;

namespace TypedExplain;

/// <summary>
/// What each feature's value adds to the explained output, in the units of the output: together they make the
/// difference between the answer for the instance and the base value. Not an effect per unit.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Contributions<T> : FeatureVector<T>
    where T : IFeatureRecord<T>
{
    internal Contributions(double[] values)
        : base(values)
    {
    }

    /// <summary>
    /// The features with their contributions, the largest magnitude first; of equals the first in the schema leads.
    /// Protected features are left out: they are never shown as a reason.
    /// </summary>
    public IEnumerable<(Feature<T> Feature, double Contribution)> Ranked() =>
        RankedFeatures.By(this).Select(feature => (feature, this[feature]));
}
