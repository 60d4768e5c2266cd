using TypedExplain.Explanations;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    /// <summary>
    /// What the surrogate says that each feature's value adds, against a background: φ_j = a_j·(x_j − E[x_j]), where a
    /// flag, a category or a number in bins counts 1 where it is as the instance's. These are the surrogate's own Shapley values: they
    /// sum to its answer for the instance less its mean answer over the background, on the scale of the effects.
    /// </summary>
    /// <param name="background">Reference rows.</param>
    public Contributions<T> Contributions(WeightedRows<T> background)
    {
        ArgumentNullException.ThrowIfNull(background);
        double[] contributions = new double[T.Schema.Features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
            contributions[feature.Index] = Attribution[feature] * (_statistics.Bins is { } bins && bins[feature] is not null
                ? bins.Difference(feature, _columns, background)
                : LinearForm.Difference(feature, _columns, background.Statistics));
        return new(contributions);
    }
}
