using TypedExplain.Data;
using TypedExplain.Explainers.Baselines;
using TypedExplain.Explanations.Plans;
using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// A baseline that knows nothing of the model but its answer: effects f(x)·x/‖x‖² and no constant. Its surrogate hits
/// the answer exactly, and it scores high on every metric that an echo of the input can satisfy.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record TrivialExplainer<T> : IExplainer<T>, IPlanned<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public string Name => "trivial";

    /// <summary>Reference rows in whose deviations the standardized effects are given.</summary>
    public required Dataset<T> Background { get; init; }

    /// <summary>
    /// The scale of the effects; null for log odds where the model says that it answers with a probability, and for any other
    /// answer as it is, as the methods have it that it is compared with.
    /// </summary>
    public LinkFunction? Link { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(TrivialExplainer<>)).With("background", Background).With("link", Link?.ToString());

    /// <inheritdoc/>
    public Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(Steps(model, instance, cancellation)) { Method = Name };

    /// <inheritdoc/>
    public Explanation<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    PlannedWork<T> IPlanned<T>.Plan(IModelInfo<T> model, T instance)
    {
        model.RequireOneOutput();
        return new PlannedWork<T>(1, 1, 1, "The trivial explainer asks about the instance only")
        {
            Rehearse = (own, cancellation) => Rehearsal.Play(Begin(own, instance, cancellation), cancellation),
        }.Checking(instance);
    }

    private IEnumerable<RunStep<T, Explanation<T>>> Steps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using BaselineInput<T> input = new(this, AnswerScale.Of(Link, model, Name), model, instance, Background.Given("the trivial explainer").Statistics);
        yield return input.Asked;
        if (input.Complete(model, instance).Asked is { } standIn)
            yield return standIn;
        using Pooled slopes = new(input.Values.Length);
        double squares = VectorOps.Dot(input.Values, input.Values);
        if (squares > 0)
            VectorOps.AddScaled(input.Prediction / squares, input.Values, slopes.Span);
        yield return input.Explain(model, instance, slopes.Span, squares > 0 ? 0 : input.Prediction, Background.Statistics);
    }
}
