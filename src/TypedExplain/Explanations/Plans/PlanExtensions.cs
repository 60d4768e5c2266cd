using TypedExplain.Explanations.Plans;

namespace TypedExplain;

/// <summary>Asking an explainer what an explanation will cost, before anything is asked.</summary>
public static class PlanExtensions
{
    /// <summary>What the explanation of an instance will ask for. The model is not asked; options are checked.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer. Of a class of your own the rows are counted by answering it with made-up numbers.</param>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instance">The instance.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or is not one that the method can explain.</exception>
    /// <exception cref="InvalidOptionException">An option of the explainer is outside what it may be.</exception>
    public static ExplanationPlan<T> Plan<T>(this IExplainer<T> explainer, IModelInfo<T> model, T instance)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        return new(explainer.Name, model, [(instance, WorkOf(explainer, model, instance))]);
    }

    /// <summary>What the explanations of many instances will ask for, in all.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instances">The instances.</param>
    /// <exception cref="InvalidFeatureException">An instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or is not one that the method can explain.</exception>
    /// <exception cref="InvalidOptionException">An option of the explainer is outside what it may be.</exception>
    public static ExplanationPlan<T> PlanMany<T>(this IExplainer<T> explainer, IModelInfo<T> model, IEnumerable<T> instances)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(instances);
        return new(explainer.Name, model, [.. instances.Select(instance => (instance, WorkOf(explainer, model, instance)))]);
    }

    private static PlannedWork<T> WorkOf<T>(IExplainer<T> explainer, IModelInfo<T> model, T instance)
        where T : IFeatureRecord<T>
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(instance, columns);
        if (explainer is IPlanned<T> planned)
            return planned.Plan(model, instance);
        Run<T, Explanation<T>> run = explainer.Begin(model, instance);
        Rehearsal.Play(run, CancellationToken.None);
        return new(0, run.Queries, run.Batches, $"{explainer.Name} is not of this library: its rows were counted with made-up answers, and are as many with the model's where their number does not depend on answers")
        {
            Rehearse = (own, cancellation) => Rehearsal.Play(explainer.Begin(own, instance, cancellation), cancellation),
        };
    }
}
