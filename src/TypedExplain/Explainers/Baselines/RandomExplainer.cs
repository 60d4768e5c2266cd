using System.Globalization;
using TypedExplain.Data;
using TypedExplain.Explainers.Baselines;
using TypedExplain.Explanations.Plans;
using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// A baseline whose standardized effects are random, drawn anew for every instance, and whose constant is set so that
/// the surrogate hits the model's answer. What a metric gives it, an explanation gets for nothing.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record RandomExplainer<T> : IExplainer<T>, IPlanned<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public string Name => "random";

    /// <summary>Reference rows in whose deviations the effects are drawn.</summary>
    public required Dataset<T> Background { get; init; }

    /// <summary>Standard deviation of the standardized effects on the scale of the link, above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Size { get; init; } = 0.1;

    /// <summary>The seed of the effects.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The scale of the effects; null for log odds where the model says that it answers with a probability, and for any other
    /// answer as it is, as the methods have it that it is compared with.
    /// </summary>
    public LinkFunction? Link { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(RandomExplainer<>))
        .With("background", Background)
        .With("size", Size)
        .With("link", Link?.ToString())
        .With("seed", Seed);

    /// <inheritdoc/>
    public Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(Steps(model, instance, cancellation)) { Method = Name };

    /// <inheritdoc/>
    public Explanation<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    PlannedWork<T> IPlanned<T>.Plan(IModelInfo<T> model, T instance)
    {
        model.RequireOneOutput();
        return new PlannedWork<T>(1, 1, 1, "The random explainer asks about the instance only")
        {
            Rehearse = (own, cancellation) => Rehearsal.Play(Begin(own, instance, cancellation), cancellation),
        }.Checking(instance);
    }

    private IEnumerable<RunStep<T, Explanation<T>>> Steps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!(Size > 0 && double.IsFinite(Size)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Size of the random explainer is {Size}; it must be above 0."));

        FeatureStatistics<T> statistics = Background.Given("the random explainer").Statistics;
        using BaselineInput<T> input = new(this, AnswerScale.Of(Link, model, Name), model, instance, statistics);
        yield return input.Asked;
        if (input.Complete(model, instance).Asked is { } standIn)
            yield return standIn;
        using Pooled slopes = new(input.Values.Length);
        input.Stream(Seed, "random explainer").FillNormal(0, slopes.Span);
        for (int j = 0; j < slopes.Span.Length; j++)
            slopes.Span[j] *= Size / BaselineInput<T>.ScaleOf(j, statistics);
        yield return input.Explain(model, instance, slopes.Span, input.Prediction - VectorOps.Dot(slopes.Span, input.Values), statistics);
    }
}
