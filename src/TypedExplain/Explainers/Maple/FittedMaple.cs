using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explainers.Maple;
using TypedExplain.Explainers;
using TypedExplain.Explanations.Plans;
using TypedExplain.Models;
using TypedExplain.Numerics;
using TypedExplain.Schema.Rows;
using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>MAPLE fitted to one model: explains that model's answers for any number of instances.</summary>
/// <remarks>
/// Immutable, so safe to share between threads. An explanation asks the model twice: about the instance, and about the
/// real row nearest to it, by which another model than the fitted one is found out.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class FittedMaple<T> : IExplainer<T>, IPlanned<T>
    where T : IFeatureRecord<T>
{
    private readonly IModel<T> _model;
    private readonly AnswerScale _scale;
    private readonly double[] _answers;
    private readonly double[] _responses;
    private readonly double _largestAnswer;
    private readonly int[] _kept;

    internal FittedMaple(Maple<T> options, IModel<T> model, LeafWeights<T> weights, AnswerScale scale, double[] answers, double[] responses, double[] scores, ImmutableArray<double> errors, int[] kept, int queries)
    {
        (Options, _model, Weights, _scale, _answers, _responses, _kept) = (options, model, weights, scale, answers, responses, kept);
        (Scores, ValidationErrors, Queries) = (new(scores), errors, queries);
        _largestAnswer = VectorOps.MaxAbs(answers);
        Retained = [.. kept.Select(index => T.Schema.Features[index])];
    }

    /// <inheritdoc/>
    public string Name => "MAPLE";

    /// <summary>The options that it was fitted with.</summary>
    public Maple<T> Options { get; }

    /// <summary>The rows and the forest that weighs them; with them LINEX, LIME or S-LIME can be run on the same rows (<see cref="TrainingSelection{T}"/>).</summary>
    public LeafWeights<T> Weights { get; }

    /// <summary>The score of each feature: the variance of the answers at the roots of the trees that first ask about it.</summary>
    public FeatureVector<T> Scores { get; }

    /// <summary>The features that explanations use, in the order of the schema; the others get effect 0.</summary>
    public ImmutableArray<Feature<T>> Retained { get; }

    /// <summary>The root mean squared error over the validation rows with the 1, 2, … highest-scored features, on the scale of the link.</summary>
    public ImmutableArray<double> ValidationErrors { get; }

    /// <summary>How many rows the model was asked about when it was fitted.</summary>
    public int Queries { get; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(FittedMaple<>))
        .With("background", Options.Background)
        .With("validation", Options.Validation)
        .With("validationFraction", Options.ValidationFraction)
        .With("trees", Options.Trees)
        .With("minLeafRows", Options.MinLeafRows)
        .With("featuresPerSplit", Options.FeaturesPerSplit)
        .With("ridge", Options.Ridge)
        .With("link", Options.Link?.ToString())
        .With("seed", Options.Seed)
        .With("retained", _kept.Length)
        .With("forest", Description.OfLibrary(nameof(Forest<>)).With("trees", Weights.Forest.TreeCount).With("sha256", Weights.Forest.Identity.Sha256));

    /// <summary>Explains the answer of the model that it was fitted to.</summary>
    /// <param name="instance">The record whose answer is explained.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model answers otherwise than when MAPLE was fitted, or not with a finite number.</exception>
    /// <exception cref="NoFitException">The model's answers are too large to be fitted.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public Explanation<T> Explain(T instance, CancellationToken cancellation = default) => this.Explain(_model, instance, cancellation);

    // Metrics and drivers hand it a model, as they do to every explainer.
    Run<T, Explanation<T>> IExplainer<T>.Begin(IModelInfo<T> model, T instance, CancellationToken cancellation) => new(Steps(model, instance)) { Method = Name };

    PlannedWork<T> IPlanned<T>.Plan(IModelInfo<T> model, T instance)
    {
        model.RequireOneOutput();
        return new PlannedWork<T>(2, 2, 1, "MAPLE was fitted before; it asks about the instance, and about its nearest row of the background to see whether the model is the one that it was fitted to")
        {
            Rehearse = (own, cancellation) => Rehearsal.Play(((IExplainer<T>)this).Begin(own, instance, cancellation), cancellation, Known),
        }.Checking(instance);
    }

    /// <summary>What the model answered for a row of the background; null for another row.</summary>
    private double? Known(ReadOnlySpan<double> row)
    {
        for (int own = 0; own < _answers.Length; own++)
        {
            if (Weights.Rows.Encoded[own].SequenceEqual(row))
                return _answers[own];
        }

        return null;
    }

    private IEnumerable<RunStep<T, Explanation<T>>> Steps(IModelInfo<T> model, T instance)
    {
        ArgumentNullException.ThrowIfNull(model);
        int columns = T.Schema.Columns;
        using Pooled encoded = new(2 * columns);
        T.Schema.Encode(instance, encoded.Span[..columns]);
        using LeafSamples<T> samples = new(Weights, _responses, Options.Background.Statistics, encoded.Span[..columns]);

        // The model is asked about a row that it has answered for when MAPLE was fitted, too.
        Weights.Rows.Encoded[samples.Heaviest].CopyTo(encoded.Span[columns..]);
        RowBatch<T> asked = new(model, encoded.Memory, new GivenRecords<T>([instance, Weights.Rows[samples.Heaviest]]), new double[2]);
        yield return asked;
        FittedAnswer.RequireSame<T>(asked.Scores[1], _answers[samples.Heaviest], _largestAnswer, Weights.Rows.Encoded[samples.Heaviest], Name);
        RowCheck<T> check = RowCheck<T>.Of(model, instance, asked.Records);
        if (check.Asked is { } standIn)
            yield return standIn;
        yield return Fit(model, instance, encoded.Span[..columns], samples, asked.Scores[0], check);
    }

    private Explanation<T> Fit(IModelInfo<T> model, T instance, ReadOnlySpan<double> own, LeafSamples<T> samples, double prediction, RowCheck<T> check)
    {
        int features = T.Schema.Features.Length;
        FeatureStatistics<T> statistics = Options.Background.Statistics;
        RowLoss<T>? loss = check.Loss(0, prediction);
        int[] read = [.. _kept.Where(index => model.Reads(T.Schema.Features[index]))];
        using Pooled memory = new(features + read.Length + NormalEquations.MemoryFor(features) + NormalEquations.MemoryFor(read.Length));
        Span<double> slopes = memory.Span[..features], kept = memory.Span.Slice(features, read.Length);
        Span<double> all = memory.Span.Slice(features + kept.Length, NormalEquations.MemoryFor(features));
        NormalEquations equations = samples.Equations(all).Restrict(read, memory.Span[(features + kept.Length + all.Length)..]);
        WeightedRidge.Solve(equations, Options.Ridge, kept);
        double intercept = equations.Intercept(kept);
        for (int i = 0; i < kept.Length; i++)
            slopes[read[i]] = kept[i] + 0.0;

        ClippedAnswers? clipped = _scale.Clipped(samples.Count(_scale), samples.Weights.Length);
        LocalFit fit = FitQuality.Of(samples.Table, samples.Stride, samples.Weights, slopes, intercept);
        if (!double.IsFinite(fit.R2) || !double.IsFinite(intercept) || !double.IsFinite(VectorOps.MaxAbs(slopes)))
            throw new NoFitException($"The fit around {T.Schema.Describe(own)} overflowed: the model's answers, such as {prediction.ToString("G4", CultureInfo.InvariantCulture)}, are too large. Let the model answer in a larger unit.");
        Explanation<T> explanation = new(instance, own, slopes, samples.ResponseOrigin + intercept - VectorOps.Dot(slopes, samples.Origin), statistics)
        {
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Scale = _scale,
            Clipped = clipped,
            Prediction = prediction,
            Fit = fit,
            Queries = 2 + check.Queries,
            Caveats = FitCaveats.Of(fit, Convergence.Exact, samples.IsConstant, kept.Length + 1, statistics, own) | FitCaveats.Of(loss) | FitCaveats.Of(clipped),
            RowLoss = loss,
            Explainer = this,
        };
        explanation.AddDoubts();
        return explanation;
    }

    /// <summary>The method, its rows and the features kept.</summary>
    public override string ToString() => $"MAPLE over {Weights}, keeping {NameList.Names(Retained)}";
}
