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
    /// Protected features are among them, so that nothing is left out without a word, with a contribution that is not a number.
    /// </summary>
    public IEnumerable<(Feature<T> Feature, double Contribution)> Ranked() => Ranked(ProtectedValues.Withheld);

    /// <summary>The same, with the contributions of protected features or not.</summary>
    /// <param name="protectedValues">Whether protected features have their contributions, or not a number in the place of each.</param>
    /// <exception cref="InvalidOptionException">It is neither.</exception>
    public IEnumerable<(Feature<T> Feature, double Contribution)> Ranked(ProtectedValues protectedValues) => RankedFeatures.With(this, this, protectedValues);
}
