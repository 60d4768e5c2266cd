namespace TypedExplain;

/// <summary>
/// A way to divide the difference between a model's answer and its base value among the features by Shapley's rule.
/// </summary>
/// <remarks>
/// <see cref="Values"/> gives the contributions themselves. <see cref="IExplainer{T}.Explain"/> gives them in linear
/// form, as effects per unit a_j = φ_j/(x_j − E[x_j]) around the background, so that every metric can be taken of them.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public interface IShapExplainer<T> : IExplainer<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Begins the division for one instance: nothing is asked yet, and options are checked at the first step.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    Run<T, ShapValues<T>> BeginValues(IModelInfo<T> model, T instance, CancellationToken cancellation = default);

    /// <summary>The contributions of an instance's features.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model is not one that the method can explain, or an answer cannot be used.</exception>
    /// <exception cref="InvalidOptionException">An option of the explainer is outside what it may be.</exception>
    /// <exception cref="NoFitException">The model's answers are too large for a double to add up.</exception>
    ShapValues<T> Values(IModel<T> model, T instance, CancellationToken cancellation = default) => BeginValues(model, instance, cancellation).Finish(model, cancellation);
}
