using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explainers.Melime;
using TypedExplain.Explainers;
using TypedExplain.Explanations.Plans;
using TypedExplain.Media;
using TypedExplain.Models;
using TypedExplain.Neighborhoods.Samples;
using TypedExplain.Neighborhoods;
using TypedExplain.Numerics;
using TypedExplain.Surrogates.Local;
using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>
/// MeLIME (Botari, Hvilshøj, Izbicki and de Carvalho, 2020): batches of neighbors are drawn and scored, and a local model
/// learns from them until its slopes no longer change and its error is small.
/// </summary>
/// <remarks>
/// An explanation is a linear surrogate, so local models are linear: the method's decision tree, which has importances but
/// no effects, is not among them. Neighbors are measured in standard deviations.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed record Melime<T> : IExplainer<T>, IPlanned<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public string Name => "MeLIME";

    /// <summary>Where the samples of a batch come from, such as <see cref="KdeNeighborhood{T}"/>; its <c>Samples</c> is the size of a batch.</summary>
    public required INeighborhood<T> Neighborhood { get; init; }

    /// <summary>What is fitted.</summary>
    public ILocalModel LocalModel { get; init; } = new RidgeRegression();

    /// <summary>How distance becomes weight, such as by <see cref="NormalKernel"/>; null to weigh all samples the same.</summary>
    public IKernel? Kernel { get; init; }

    /// <summary>The most batches, at least 1. After the first one nothing can have converged.</summary>
    [OptionRange(AtLeast = 1)]
    public int Batches { get; init; } = 100;

    /// <summary>
    /// The scale on which the local model learns and effects are told; null for log odds where the model says that it answers
    /// with a probability (<see cref="IModelInfo{T}.KindOf"/>), and for any other answer as it is.
    /// </summary>
    public LinkFunction? Link { get; init; }

    /// <summary>The mean change of the standardized slopes below which they have settled; above 0.</summary>
    [OptionRange(Above = 0)]
    public double ImportanceTolerance { get; init; } = 0.001;

    /// <summary>The mean squared error of the local model on a batch, all samples the same, at which it is good enough; above 0, on the scale of the link.</summary>
    [OptionRange(Above = 0)]
    public double ErrorTolerance { get; init; } = 0.001;

    /// <summary>The seed of every random number; the same seed gives the same bits.</summary>
    public int Seed { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(Melime<>))
        .With("neighborhood", Neighborhood)
        .With("localModel", LocalModel)
        .With("kernel", Kernel)
        .With("batches", Batches)
        .With("link", Link?.ToString())
        .With("importanceTolerance", ImportanceTolerance)
        .With("errorTolerance", ErrorTolerance)
        .With("seed", Seed);

    /// <inheritdoc/>
    /// <remarks>Its <c>Fit</c> is measured on the last batch, and its <c>Convergence</c> counts batches.</remarks>
    public Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(Steps(model, instance, cancellation)) { Method = Name };

    /// <inheritdoc/>
    /// <remarks>Its <c>Fit</c> is measured on the last batch, and its <c>Convergence</c> counts batches.</remarks>
    public Explanation<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    PlannedWork<T> IPlanned<T>.Plan(IModelInfo<T> model, T instance)
    {
        CheckOptions();
        model.RequireOneOutput();
        int samples = Neighborhood.Samples, least = Math.Min(2, Batches);
        return new PlannedWork<T>((long)least * samples, (long)Batches * samples, Batches, string.Create(CultureInfo.InvariantCulture, $"MeLIME asks about {samples} {Noun.Of(samples, "sample")} at a time, until its slopes settle or {Batches} batches are asked"))
        {
            Rehearse = (own, cancellation) => Rehearsal.Play((this with { Batches = least }).Begin(own, instance, cancellation), cancellation),
            Rehearsed = least / (double)Batches,
        }.Checking(instance);
    }

    private IEnumerable<RunStep<T, Explanation<T>>> Steps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        CheckOptions();
        AnswerScale scale = AnswerScale.Of(Link, model, Name);
        AnswerScale[] scales = scale.IsIdentity ? [] : [scale];
        ILocalFit? course = null;
        BatchConvergence rule = new(ImportanceTolerance, ErrorTolerance);
        ExtremeRows<T> extremes = new();
        double[] slopes = [], origin = [], encoded = new double[T.Schema.Columns];
        IReadOnlyList<MediaNeighbors> media = [];
        double intercept = 0, prediction = 0, answer = 0;
        LocalFit fit = default;
        RowCheck<T> check = RowCheck<T>.Nothing;
        bool settled = false, isConstant = true;
        int batches = 0, clipped = 0;
        while (batches < Batches && !settled)
        {
            NeighborBatch<T> batch = NeighborBatch<T>.Of(Neighborhood, batches++);
            cancellation.ThrowIfCancellationRequested();
            using SampleTable<T> samples = SampleTable<T>.Draw(batch, Kernel ?? UnweightedKernel.Instance, scales, intercept: true, model, instance, Seed, cancellation);
            yield return samples.Asked;
            samples.Complete();
            if (course is null)
            {
                (course, slopes, origin, media) = (LocalModel.Begin(samples.Features), new double[samples.Features], new double[samples.Features], samples.Media);
                check = samples.Check(model, instance);
                if (check.Asked is { } standIn)
                    yield return standIn;
            }

            samples.ClearUnread(model);
            intercept = course.Add(new(samples.Table, samples.Stride, samples.Weights, samples.Features, samples.Prediction), slopes);
            fit = FitQuality.Of(samples.Table, samples.Stride, samples.Weights, slopes, intercept);
            (prediction, answer) = (samples.Prediction, samples.Answer(0));
            clipped += samples.Clipped?.Count ?? 0;
            isConstant &= samples.IsConstant;
            samples.Own[..samples.Features].CopyTo(origin);
            samples.Instance.CopyTo(encoded);
            if (!double.IsFinite(fit.R2) || !double.IsFinite(intercept) || !double.IsFinite(VectorOps.MaxAbs(slopes)))
                throw new NoFitException($"The fit around {T.Schema.Describe(encoded)} overflowed: the model's answers, such as {prediction.ToString("G4", CultureInfo.InvariantCulture)}, are too large. Let the model answer in a larger unit.");
            extremes.Add(samples);
            settled = rule.Add(slopes, Error(samples, slopes, intercept));
        }

        foreach (ref double slope in slopes.AsSpan())
            slope += 0.0;
        RowLoss<T>? loss = check.Loss(0, answer);
        ClippedAnswers? clippedAnswers = scale.Clipped(clipped, batches * Neighborhood.Samples);
        Convergence convergence = new(settled ? SolveStatus.Converged : SolveStatus.NotConverged, batches, rule.Change);
        Explanation<T> explanation = new(instance, encoded, slopes, prediction + intercept - VectorOps.Dot(slopes, origin), Neighborhood.Statistics, media)
        {
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Scale = scale,
            Clipped = clippedAnswers,
            Prediction = answer,
            Fit = fit,
            Queries = (batches * Neighborhood.Samples) + check.Queries,
            Convergence = convergence,
            Examples = extremes.Examples(),
            Caveats = FitCaveats.Of(fit, convergence, isConstant, slopes.Length + 1, Neighborhood.Statistics, encoded) | FitCaveats.Of(loss) | FitCaveats.Of(clippedAnswers),
            RowLoss = loss,
            Explainer = this,
        };
        explanation.AddDoubts();
        yield return explanation;
    }

    /// <summary>The mean squared error on a batch; the kernel has no part in it.</summary>
    private static double Error(SampleTable<T> samples, ReadOnlySpan<double> slopes, double intercept)
    {
        double sum = 0;
        for (int row = 0; row < samples.Samples; row++)
        {
            ReadOnlySpan<double> sample = samples.Table.Slice(row * samples.Stride, samples.Features + 1);
            double off = sample[^1] - intercept - VectorOps.Dot(slopes, sample);
            sum += off * off;
        }

        return sum / samples.Samples;
    }

    private void CheckOptions()
    {
        _ = Neighborhood.Given(nameof(Neighborhood), Name);
        _ = LocalModel.Given(nameof(LocalModel), Name);
        if (Batches < 1)
            throw Invalid(nameof(Batches), Batches, "at least 1");
        if (!(ImportanceTolerance > 0))
            throw Invalid(nameof(ImportanceTolerance), ImportanceTolerance, "above 0");
        if (!(ErrorTolerance > 0))
            throw Invalid(nameof(ErrorTolerance), ErrorTolerance, "above 0");

        static InvalidOptionException Invalid(string option, double value, string allowed) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{option} of MeLIME is {value}; it must be {allowed}."));
    }
}
