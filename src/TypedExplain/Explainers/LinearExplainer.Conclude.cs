using System.Globalization;
using TypedExplain.Explainers;
using TypedExplain.Models;
using TypedExplain.Neighborhoods.Samples;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;
using TypedExplain.Surrogates.Inference;

namespace TypedExplain;

// From a table of samples to an explanation: chosen features, a fit, and what is to be said of it.
public abstract partial record LinearExplainer<T>
{
    /// <summary>Explains the output that a table of samples shows.</summary>
    internal Explanation<T> Conclude(SampleTable<T> samples, RowCheck<T> check, IModelInfo<T> model, int output, T instance, CancellationToken cancellation)
    {
        if (Adjustment is null || samples.IsConstant)
            return Conclude(samples, samples, check, model, output, instance, cancellation);
        using SampleTable<T> adjusted = AdjustedSamples.Of(this, samples, instance, cancellation);
        return Conclude(samples, adjusted, check, model, output, instance, cancellation);
    }

    /// <summary>Fits to samples as they were adjusted, and judges the fit by the samples themselves.</summary>
    private Explanation<T> Conclude(SampleTable<T> samples, SampleTable<T> fitted, RowCheck<T> check, IModelInfo<T> model, int output, T instance, CancellationToken cancellation)
    {
        int features = samples.Features;
        using Pooled memory = new(2 * features);
        Span<double> slopes = memory.Span[..features];
        Span<int> chosen = features <= 256 ? stackalloc int[features] : new int[features];
        Surrogate surrogate;
        int used = 0;

        // Without a constant, an answer that is the same everywhere is still to be made up of slopes, unless it is 0.
        if (samples.IsConstant && (Intercept || samples.Prediction == 0))
        {
            surrogate = new(samples.Prediction - samples.Origin[features], Convergence.Exact);
        }
        else
        {
            used = Choose(fitted, model, chosen);
            Span<double> chosenSlopes = memory.Span.Slice(features, used);
            surrogate = Fit(fitted, chosen[..used], chosenSlopes, cancellation);
            for (int i = 0; i < used; i++)
                slopes[chosen[i]] = chosenSlopes[i] + 0.0;
        }

        LocalFit fit = Quality(samples, slopes, surrogate);
        if (!double.IsFinite(fit.R2) || !double.IsFinite(surrogate.Intercept) || !double.IsFinite(VectorOps.MaxAbs(slopes)))
            throw Overflowed(samples);

        RowLoss<T>? loss = check.Loss(output, samples.Answer(0));
        Explanation<T> explanation = new(instance, samples.Instance, slopes, AtZero(samples, slopes, surrogate.Intercept), Neighborhood.Statistics, samples.Media)
        {
            Output = model.Outputs[output],
            Kind = model.KindOf(output),
            Scale = samples.Scale,
            Clipped = samples.Clipped,
            Prediction = samples.Answer(0),
            Fit = fit,
            Queries = samples.Samples + check.Queries,
            Convergence = surrogate.Convergence,
            Agreement = surrogate.Agreement,
            Inference = TellsErrors ? Infer(fitted, chosen[..used], slopes, fit.EffectiveSamples) : null,
            Caveats = FitCaveats.Of(fit, surrogate.Convergence, used == 0, Needed(samples.IsPaired, chosen[..used]), Neighborhood.Statistics, samples.Instance) | FitCaveats.Of(loss) | FitCaveats.Of(samples.Clipped),
            RowLoss = loss,
            Explainer = this,
        };
        explanation.AddDoubts();
        return explanation;
    }

    /// <summary>An error that says that answers are too large to be fitted.</summary>
    internal static NoFitException Overflowed(SampleTable<T> samples) =>
        new($"The fit around {T.Schema.Describe(samples.Instance)} overflowed: the model's answers, such as {samples.Prediction.ToString("G4", CultureInfo.InvariantCulture)}, are too large. Let the model answer in a larger unit.");

    private EffectInference Infer(SampleTable<T> samples, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, double effective)
    {
        if (chosen.IsEmpty)
            return EffectInference.OfNone(samples.Features);
        using Pooled memory = Pooled.Unset(NormalEquations.MemoryFor(samples.Features, chosen));
        NormalEquations equations = Equations(samples, memory.Span).Restrict(chosen, memory.Span[NormalEquations.MemoryFor(samples.Features)..]);
        Span<bool> flags = new bool[2 * samples.Features];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            flags[feature.Index] = feature.IsNumeric;
            flags[samples.Features + feature.Index] = feature.Draw == TypedExplain.DrawMode.Fixed || Neighborhood.Statistics.IsConstant(feature);
        }

        WeightedSamples weighted = Weighted(samples) with { Mirrored = flags[..samples.Features], Held = flags[samples.Features..] };
        return EffectInference.Of(equations, Ridge, weighted, chosen, slopes, effective, T.Schema.Features.Length);
    }

    /// <summary>How many samples the numbers of a fit need at least. Those of a mirrored pair tell its columns but once.</summary>
    private int Needed(bool arePaired, ReadOnlySpan<int> chosen)
    {
        int needed = chosen.Length + (Intercept ? 1 : 0);
        foreach (int column in chosen)
            needed += arePaired && column < T.Schema.Features.Length && T.Schema.Features[column].IsNumeric ? 1 : 0;
        return needed;
    }

    /// <summary>The samples as fits see them.</summary>
    private protected static WeightedSamples Weighted(SampleTable<T> samples) =>
        new() { Table = samples.Table, Columns = samples.Features, Weights = samples.Weights, ArePaired = samples.IsPaired };

    /// <summary>Chooses features among those that the model may read.</summary>
    private int Choose(SampleTable<T> samples, IModelInfo<T> model, Span<int> chosen)
    {
        int read = 0;
        for (int column = 0; column < samples.Features; column++)
        {
            if (column >= T.Schema.Features.Length || model.Reads(T.Schema.Features[column]))
                chosen[read++] = column;
        }

        return Selection == FeatureSelection.All || read == 0 ? read : SelectAmong(samples, chosen, read);
    }

    private int SelectAmong(SampleTable<T> samples, Span<int> chosen, int read)
    {
        Span<int> among = chosen[..read].ToArray();
        using Pooled memory = Pooled.Unset(NormalEquations.MemoryFor(samples.Features, among) + read);
        NormalEquations equations = Equations(samples, memory.Span).Restrict(among, memory.Span[NormalEquations.MemoryFor(samples.Features)..]);
        if (!VectorOps.AreFinite(equations.Gram) || !VectorOps.AreFinite(equations.Cross) || !double.IsFinite(equations.ResponseSquares))
            throw Overflowed(samples);
        Span<double> own = memory.Span[^read..];
        for (int i = 0; i < read; i++)
            own[i] = samples.Own[among[i]];
        int selected = Selection.Select(equations, own, chosen[..read]);
        for (int i = 0; i < selected; i++)
            chosen[i] = among[chosen[i]];
        return selected;
    }

    /// <summary>The normal equations of the whole weighted neighborhood.</summary>
    private protected NormalEquations Equations(SampleTable<T> samples, Span<double> memory) =>
        NormalEquations.From(samples.WeightedMoments(), samples.Features, Intercept, memory);

    /// <summary>By the moments where this fit has needed them itself: whether others have must not change a bit.</summary>
    private LocalFit Quality(SampleTable<T> samples, ReadOnlySpan<double> slopes, Surrogate surrogate)
    {
        LocalFit? ofMoments = surrogate.IsOfMoments || Selection != FeatureSelection.All ? FitQuality.OfMoments(samples.WeightedMoments(), samples.Stride, samples.Weights, slopes, surrogate.Intercept) : null;
        return ofMoments ?? FitQuality.Of(samples.Table, samples.Stride, samples.Weights, slopes, surrogate.Intercept);
    }

    /// <summary>The surrogate's constant where every standardized value is 0, from the one at the table's origin.</summary>
    private static double AtZero(SampleTable<T> samples, ReadOnlySpan<double> slopes, double intercept) =>
        samples.Origin[samples.Features] + intercept - VectorOps.Dot(slopes, samples.Origin);

    /// <summary>What a fit gives besides its slopes.</summary>
    /// <param name="Intercept">The constant, measured from the table's origin.</param>
    /// <param name="Convergence">How it was solved for.</param>
    /// <param name="Agreement">How far environments agree.</param>
    /// <param name="IsOfMoments">Whether it was fitted to the moments of all samples.</param>
    private protected readonly record struct Surrogate(double Intercept, Convergence Convergence, EnvironmentAgreement<T>? Agreement = null, bool IsOfMoments = false);
}
