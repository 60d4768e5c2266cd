using System.Globalization;
using TypedExplain.Explainers;
using TypedExplain.Explainers.Baselines;
using TypedExplain.Models;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>The global surrogate of one model: one linear fit to its answers for the whole background.</summary>
/// <remarks>
/// Numbers are standardized on their scale. Flags and categories count 1 where they are the instance's, and numbers on a
/// circle from the instance, so for records with those the coordinates, and with them the effects, follow the instance; the
/// rows and their weights do not. It asks the model about the instance alone.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class FittedGlobalSurrogate<T> : IExplainer<T>
    where T : IFeatureRecord<T>
{
    private readonly AnswerScale _scale;
    private readonly double[] _responses;
    private readonly ClippedAnswers? _clipped;

    internal FittedGlobalSurrogate(GlobalSurrogate<T> options, AnswerScale scale, double[] responses, ClippedAnswers? clipped) =>
        (Options, _scale, _responses, _clipped) = (options, scale, responses, clipped);

    /// <inheritdoc/>
    public string Name => "global";

    /// <summary>The options that it was fitted with.</summary>
    public GlobalSurrogate<T> Options { get; }

    /// <summary>How many rows the model was asked about when it was fitted.</summary>
    public int Queries => _responses.Length;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(FittedGlobalSurrogate<>))
        .With("background", Options.Background)
        .With("ridge", Options.Ridge)
        .With("link", Options.Link?.ToString());

    /// <inheritdoc/>
    public Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(Steps(model, instance, cancellation));

    /// <inheritdoc/>
    public Explanation<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    private IEnumerable<RunStep<T, Explanation<T>>> Steps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(model);
        FeatureStatistics<T> statistics = Options.Background.Statistics;
        using BaselineInput<T> input = new(this, _scale, model, instance, statistics);
        yield return input.Asked;
        if (input.Complete(model, instance).Asked is { } standIn)
            yield return standIn;
        yield return Fit(model, instance, input, statistics);
    }

    private Explanation<T> Fit(IModelInfo<T> model, T instance, BaselineInput<T> input, FeatureStatistics<T> statistics)
    {
        int features = T.Schema.Features.Length, stride = Moments.Stride(features + 2), rows = _responses.Length;
        using Pooled table = new(rows * stride), weights = new(rows), slopes = new(features), memory = new(NormalEquations.MemoryFor(features) + (stride * stride));
        weights.Span.Fill(1);
        statistics.Interpret(input.Columns, Options.Background.Encoded.Values, table.Span, stride);

        // Answers are measured from the first one, so that a model that never changes gets slopes of exactly 0.
        double origin = _responses[0];
        for (int row = 0, at = features; row < rows; row++, at += stride)
            (table.Span[at], table.Span[at + 1]) = (_responses[row] - origin, 1);

        Moments.Of(table.Span, stride, weights.Span, memory.Span[^(stride * stride)..]);
        NormalEquations equations = NormalEquations.From(memory.Span[^(stride * stride)..], features, intercept: true, memory.Span);
        WeightedRidge.Solve(equations, Options.Ridge, slopes.Span);
        double intercept = equations.Intercept(slopes.Span);
        LocalFit fit = FitQuality.Of(table.Span, stride, weights.Span, slopes.Span, intercept);
        if (!double.IsFinite(fit.R2) || !double.IsFinite(intercept) || !double.IsFinite(VectorOps.MaxAbs(slopes.Span)))
            throw new NoFitException($"The global fit overflowed: the model's answers, such as {origin.ToString("G4", CultureInfo.InvariantCulture)}, are too large. Let the model answer in a larger unit.");
        return new(instance, input.Columns, slopes.Span, origin + intercept, statistics)
        {
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Scale = _scale,
            Clipped = _clipped,
            Prediction = input.Answer,
            Fit = fit,
            Queries = 1 + input.Check.Queries,
            Caveats = FitCaveats.Of(fit, Convergence.Exact, _responses.AsSpan().IndexOfAnyExcept(origin) < 0, features + 1, statistics, input.Columns) | FitCaveats.Of(input.Check.Loss(0, input.Answer)) | FitCaveats.Of(_clipped),
            RowLoss = input.Check.Loss(0, input.Answer),
            Explainer = this,
        };
    }
}
