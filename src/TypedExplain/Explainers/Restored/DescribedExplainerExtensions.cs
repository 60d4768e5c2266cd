using TypedExplain.Explainers.Restored;

namespace TypedExplain;

/// <summary>Making explainers again that were read from JSON.</summary>
public static class DescribedExplainerExtensions
{
    /// <summary>
    /// The explainer with the options that it had: what it explains has the same bits. A background is not in JSON, so those that
    /// the explainer used are to be given; each is told by its SHA-256.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer of a result that was read.</param>
    /// <param name="backgrounds">The backgrounds, in any order; none where it used none.</param>
    /// <exception cref="InvalidOptionException">
    /// A background is missing or another one, or the explainer uses something that its options do not tell: a class that is not
    /// of this library, or something trained or fitted.
    /// </exception>
    /// <exception cref="InvalidJsonException">An option is missing or not what it may be.</exception>
    public static IExplainer<T> Restore<T>(this DescribedExplainer<T> explainer, params ReadOnlySpan<WeightedRows<T>> backgrounds)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        return new ExplainerRestorer<T>(Given(backgrounds)).Explainer(explainer.Describe());
    }

    /// <summary>
    /// The explainer with the options that it had, one that was fitted to a model too: MAPLE and the global surrogate are fitted
    /// again, to the same bits where model and background are the same.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer of a result that was read.</param>
    /// <param name="model">The model that was explained; one output.</param>
    /// <param name="backgrounds">The backgrounds, in any order; none where it used none.</param>
    /// <exception cref="InvalidOptionException">
    /// A background is missing or another one, or the explainer uses something that its options do not tell: a class that is not
    /// of this library, or something trained.
    /// </exception>
    /// <exception cref="InvalidModelException">What is fitted cannot be fitted to the model.</exception>
    /// <exception cref="InvalidJsonException">An option is missing or not what it may be.</exception>
    public static IExplainer<T> Restore<T>(this DescribedExplainer<T> explainer, IModel<T> model, params ReadOnlySpan<WeightedRows<T>> backgrounds)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        return new ExplainerRestorer<T>(Given(backgrounds), model).Explainer(explainer.Describe());
    }

    private static GivenBackgrounds<T> Given<T>(ReadOnlySpan<WeightedRows<T>> backgrounds)
        where T : IFeatureRecord<T>
    {
        foreach (WeightedRows<T> background in backgrounds)
            ArgumentNullException.ThrowIfNull(background, nameof(backgrounds));
        return new([.. backgrounds]);
    }
}
