using TypedExplain.Errors;
using TypedExplain.Models;
using TypedExplain.Neighborhoods.Samples;

namespace TypedExplain;

/// <summary>
/// Several methods asked about the same instance at the cost of one: they share a neighborhood, a kernel and a seed, so the
/// model is asked once about each sample, and what they disagree on is theirs and not the samples'.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial record Consensus<T> : IDescribed
    where T : IFeatureRecord<T>
{
    /// <summary>The methods, at least 2, with the same <c>Neighborhood</c>, <c>Kernel</c>, <c>Link</c>, <c>Seed</c> and <c>Intercept</c>.</summary>
    public required IReadOnlyList<LinearExplainer<T>> Explainers { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(Consensus<>)).With("explainers", Explainers.Select(explainer => ((IDescribed)explainer).Describe()));

    /// <summary>Explains one instance by every method.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The explanations, each the same to the bit as if its method had been asked alone.</returns>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">The methods do not share their samples, or an option is outside what it may be.</exception>
    /// <exception cref="NoFitException">No local fit exists.</exception>
    public ConsensusExplanation<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    /// <summary>Explains one instance by every method and a model that is awaited; see <see cref="Explain"/>.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<ConsensusExplanation<T>> ExplainAsync(IAsyncModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins the explanation of one instance by every method; see <see cref="Explain"/>.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, ConsensusExplanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(Steps(model, instance, cancellation)) { Method = "Consensus" };

    private IEnumerable<RunStep<T, ConsensusExplanation<T>>> Steps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        CheckOptions();
        LinearExplainer<T> first = Explainers[0];
        model.RequireOneOutput();
        using SampleTable<T> samples = first.Draw(model, instance, cancellation);
        yield return samples.Asked;
        samples.Complete();
        RowCheck<T> check = samples.Check(model, instance);
        if (check.Asked is { } standIn)
            yield return standIn;
        Explanation<T>[] explanations = new Explanation<T>[Explainers.Count];
        for (int i = 0; i < explanations.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            explanations[i] = Explainers[i].Conclude(samples, check, model, 0, instance, cancellation);
        }

        yield return new ConsensusExplanation<T>(explanations);
    }

    private void CheckOptions()
    {
        if (Explainers is null || Explainers.Count < 2)
            throw new InvalidOptionException($"Explainers of a consensus are {Explainers?.Count ?? 0}; there must be at least 2.");
        LinearExplainer<T> first = Explainers[0].Given(nameof(Explainers), "a consensus");
        first.CheckOptions();
        foreach (LinearExplainer<T> explainer in Explainers)
        {
            explainer.Given(nameof(Explainers), "a consensus").CheckOptions();
            string? other = !explainer.Samples.Equals(first.Samples) ? nameof(first.Neighborhood)
                : !explainer.Kernel.Equals(first.Kernel) ? nameof(first.Kernel)
                : explainer.Link != first.Link ? nameof(first.Link)
                : explainer.Seed != first.Seed ? nameof(first.Seed)
                : explainer.Intercept != first.Intercept ? nameof(first.Intercept)
                : null;
            if (other is not null)
                throw new InvalidOptionException($"{other} of {explainer.Name} is not that of {first.Name}; the methods of a consensus answer from the same samples and must share it.");
        }
    }
}
