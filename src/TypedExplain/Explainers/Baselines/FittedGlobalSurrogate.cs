using TypedExplain.Explainers.Baselines;
using TypedExplain.Explainers;
using TypedExplain.Explanations.Plans;
using TypedExplain.Models;
using TypedExplain.Numerics;
using TypedExplain.Schema.Rows;

namespace TypedExplain;

/// <summary>The global surrogate of one model: one linear fit to its answers for the whole background.</summary>
/// <remarks>
/// Numbers are standardized on their scale. Flags and categories count 1 where they are the instance's, and numbers on a
/// circle from the instance, so for records with those the coordinates, and with them the effects, follow the instance; the
/// rows and their weights do not. It asks the model about the instance only. Another object than the fitted one is also asked about
/// the first background row, and refused if it answers otherwise; another model that answers that row alike is not noticed.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class FittedGlobalSurrogate<T> : IExplainer<T>, IPlanned<T>
    where T : IFeatureRecord<T>
{
    private readonly IModel<T> _model;
    private readonly AnswerScale _scale;
    private readonly double _firstAnswer;
    private readonly double _largestAnswer;
    private readonly double[] _responses;
    private readonly ClippedAnswers? _clipped;

    internal FittedGlobalSurrogate(GlobalSurrogate<T> options, IModel<T> model, AnswerScale scale, double[] answers, double[] responses, ClippedAnswers? clipped)
    {
        (Options, _model, _scale, _responses, _clipped) = (options, model, scale, responses, clipped);
        (_firstAnswer, _largestAnswer) = (answers[0], VectorOps.MaxAbs(answers));
    }

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

    /// <summary>Explains the answer of the model that it was fitted to.</summary>
    /// <param name="instance">The record whose answer is explained.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model's answer is not a finite number.</exception>
    /// <exception cref="NoFitException">The model's answers are too large to be fitted.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public Explanation<T> Explain(T instance, CancellationToken cancellation = default) => this.Explain(_model, instance, cancellation);

    // Metrics and drivers hand it a model, as they do to every explainer.
    Run<T, Explanation<T>> IExplainer<T>.Begin(IModelInfo<T> model, T instance, CancellationToken cancellation) => new(Steps(model, instance, cancellation)) { Method = Name };

    PlannedWork<T> IPlanned<T>.Plan(IModelInfo<T> model, T instance)
    {
        model.RequireOneOutput();
        int rows = ReferenceEquals(model, _model) ? 1 : 2;
        return new PlannedWork<T>(rows, rows, rows, rows == 1
            ? "The global surrogate was fitted before; it asks about the instance only"
            : "The global surrogate was fitted before; it asks about the instance, and about a row of its background to see whether the model is the one that it was fitted to")
        {
            Rehearse = (own, cancellation) => Rehearsal.Play(((IExplainer<T>)this).Begin(own, instance, cancellation), cancellation, _ => _firstAnswer),
        }.Checking(instance);
    }

    private IEnumerable<RunStep<T, Explanation<T>>> Steps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(model);
        FeatureStatistics<T> statistics = Options.Background.Statistics;
        using BaselineInput<T> input = new(this, _scale, model, instance, statistics);
        yield return input.Asked;
        if (input.Complete(model, instance).Asked is { } standIn)
            yield return standIn;
        if (!ReferenceEquals(model, _model))
        {
            double[] columns = Options.Background.Encoded[0].ToArray();
            RowBatch<T> first = new(model, columns, new GivenRecords<T>([Options.Background[0]]), new double[1]);
            yield return first;
            FittedAnswer.RequireSame<T>(first.Scores[0], _firstAnswer, _largestAnswer, Options.Background.Encoded[0], "the global surrogate");
        }

        yield return Fit(model, instance, input, statistics);
    }

    private Explanation<T> Fit(IModelInfo<T> model, T instance, BaselineInput<T> input, FeatureStatistics<T> statistics)
    {
        int features = T.Schema.Features.Length;
        double origin = _responses[0];
        using Pooled slopes = new(features);
        (double intercept, LocalFit fit) = Solve(input.Columns, slopes.Span);
        return new(instance, input.Columns, slopes.Span, origin + intercept, statistics)
        {
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Scale = _scale,
            Clipped = _clipped,
            Prediction = input.Answer,
            Fit = fit,
            Queries = (ReferenceEquals(model, _model) ? 1 : 2) + input.Check.Queries,
            Caveats = FitCaveats.Of(fit, Convergence.Exact, _responses.AsSpan().IndexOfAnyExcept(origin) < 0, features + 1, statistics, input.Columns) | FitCaveats.Of(input.Check.Loss(0, input.Answer)) | FitCaveats.Of(_clipped),
            RowLoss = input.Check.Loss(0, input.Answer),
            Explainer = this,
        };
    }
}
