using TypedExplain.Explainers.Restored;

namespace TypedExplain;

/// <summary>Making explainers again that were read from JSON.</summary>
public static class DescribedExplainerExtensions
{
    /// <summary>
    /// The explainer with the options that it had: what it explains has the same bits. A background is not in JSON, so one that
    /// the explainer used is to be given.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer of a result that was read.</param>
    /// <param name="background">The background; null where it used none.</param>
    /// <exception cref="InvalidOptionException">
    /// A background is missing or has another number of rows, or the explainer uses something that its options do not tell: a class that is not
    /// of this library, or something trained or fitted.
    /// </exception>
    /// <exception cref="InvalidJsonException">An option is missing or not what it may be.</exception>
    public static IExplainer<T> Restore<T>(this DescribedExplainer<T> explainer, WeightedRows<T>? background = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        return new ExplainerRestorer<T>(background).Explainer(explainer.Describe());
    }
}
