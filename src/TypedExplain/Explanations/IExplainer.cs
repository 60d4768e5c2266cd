namespace TypedExplain;

/// <summary>A way to explain why a model gives an instance its score.</summary>
/// <remarks>An explainer is a value: configured once, safe to share between threads, the same answer for the same input.</remarks>
/// <typeparam name="T">The record.</typeparam>
public interface IExplainer<T> : IDescribed
    where T : IFeatureRecord<T>
{
    /// <summary>The name of the method, as its paper has it.</summary>
    string Name { get; }

    /// <summary>Begins the explanation of one instance: nothing is asked yet, and options are checked at the first step.</summary>
    /// <param name="model">What is known of the model; one output: choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends what the run itself computes; whoever asks the model has a token of their own.</param>
    Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default);

    /// <summary>Explains one instance.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early, also while a batch is scored.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option of the explainer is outside what it may be.</exception>
    /// <exception cref="NoFitException">No local fit exists.</exception>
    Explanation<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);
}
