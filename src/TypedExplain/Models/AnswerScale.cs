using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain.Models;

/// <summary>How answers of a model are put on the scale on which they are explained, and back.</summary>
/// <param name="Link">The scale.</param>
/// <param name="Least">The least probability that has log odds; the largest is 1 less it.</param>
internal readonly record struct AnswerScale(LinkFunction Link, double Least)
{
    // What sums of shares in single precision may be off by.
    private const double Rounding = 1e-6;
    private const string IdentityRemedy = "Explain the answers as they are: LinkFunction.Identity.";

    /// <summary>Whether answers are explained as they are.</summary>
    public bool IsIdentity => Link == LinkFunction.Identity;

    /// <summary>The scale of one output.</summary>
    /// <param name="link">What the explainer was given; null to go by the kind.</param>
    /// <param name="kind">What the output is.</param>
    /// <param name="output">Its name.</param>
    /// <param name="method">The explainer.</param>
    /// <exception cref="InvalidOptionException">There is no such link, or the output has none of its log odds.</exception>
    public static AnswerScale Of(LinkFunction? link, OutputKind kind, string output, string method)
    {
        if (link is not (null or LinkFunction.Identity or LinkFunction.Logit))
            throw new InvalidOptionException($"Link of {method} is {(int)link}; it must be Identity or Logit, or null for log odds of a probability and any other answer as it is.");
        if (link == LinkFunction.Identity || (link is null && !kind.IsProbability))
            return default;
        if (kind == OutputKind.LogOdds || kind.Unit is not null)
            throw new InvalidOptionException($"Link of {method} is Logit, and the model says that its output {output} is {(kind.Unit is null ? "log odds already" : $"an {kind}")}; log odds are those of a probability. Use LinkFunction.Identity, or leave Link out.");
        return new(LinkFunction.Logit, kind.IsProbability ? kind.Least : OutputKind.Probability.Least);
    }

    /// <summary>The scale of a model with one output.</summary>
    /// <exception cref="InvalidModelException">The model has several outputs.</exception>
    /// <exception cref="InvalidOptionException">There is no such link, or the output has none of its log odds.</exception>
    public static AnswerScale Of<T>(LinkFunction? link, IModelInfo<T> model, string method)
        where T : IFeatureRecord<T>
    {
        model.RequireOneOutput();
        return Of(link, model.KindOf(0), model.Outputs[0], method);
    }

    /// <summary>The scales of all outputs of a model; empty where all are explained as they are.</summary>
    public static AnswerScale[] OfOutputs<T>(LinkFunction? link, IModelInfo<T> model, string method)
        where T : IFeatureRecord<T>
    {
        AnswerScale[] scales = [];
        for (int output = 0; output < model.Outputs.Length; output++)
        {
            AnswerScale scale = Of(link, model.KindOf(output), model.Outputs[output], method);
            if (scale.IsIdentity)
                continue;
            if (scales.Length == 0)
                scales = new AnswerScale[model.Outputs.Length];
            scales[output] = scale;
        }

        return scales;
    }

    /// <summary>Whether an answer counts as another one because it has no log odds, or none that mean anything.</summary>
    public bool IsClipped(double answer) => !IsIdentity && !(answer >= Least && answer <= 1 - Least);

    /// <summary>An answer on the scale.</summary>
    public double To(double answer)
    {
        if (IsIdentity)
            return answer;
        double probability = Math.Clamp(answer, Least, 1 - Least);
        return VectorMath.Log(probability / (1 - probability));
    }

    /// <summary>The answer that has a number on the scale; a probability from 0 to 1.</summary>
    public double From(double value) => IsIdentity ? value : Probability(value);

    /// <summary>The probability of log odds.</summary>
    public static double Probability(double logOdds)
    {
        double tail = VectorMath.Exp(-Math.Abs(logOdds)), least = tail / (1 + tail);
        return logOdds < 0 ? least : 1 / (1 + tail);
    }

    /// <summary>What an explanation says of clipped answers; null where there are none.</summary>
    public ClippedAnswers? Clipped(int count, int samples) => count == 0 ? null : new(count, samples, Least);

    /// <summary>Puts the answers of a model with one output on the scale.</summary>
    /// <param name="rows">What the model was asked about.</param>
    /// <param name="answers">Its answers; replaced.</param>
    /// <param name="output">The name of the output.</param>
    /// <returns>How many have no place on the scale.</returns>
    /// <exception cref="InvalidModelException">One is below 0 or above 1, and log odds are wanted.</exception>
    public int To<T>(EncodedRows<T> rows, Span<double> answers, string output)
        where T : IFeatureRecord<T>
    {
        if (IsIdentity)
            return 0;
        RequireProbabilities(rows, answers, [output], 0, IdentityRemedy);
        int clipped = 0;
        foreach (ref double answer in answers)
        {
            clipped += IsClipped(answer) ? 1 : 0;
            answer = To(answer);
        }

        return clipped;
    }

    /// <summary>Refuses answers that have no log odds where these are wanted.</summary>
    /// <param name="scales">The scale of each output; none where all are explained as they are.</param>
    /// <param name="rows">What the model was asked about.</param>
    /// <param name="scores">All its answers.</param>
    /// <param name="outputs">The names of its outputs.</param>
    /// <exception cref="InvalidModelException">One is below 0 or above 1.</exception>
    public static void RequireProbabilities<T>(AnswerScale[] scales, EncodedRows<T> rows, ReadOnlySpan<double> scores, ImmutableArray<string> outputs)
        where T : IFeatureRecord<T>
    {
        for (int output = 0; output < scales.Length; output++)
        {
            if (!scales[output].IsIdentity)
                RequireProbabilities(rows, scores, outputs, output, IdentityRemedy);
        }
    }

    /// <summary>Refuses answers that are no probabilities, beyond the rounding of single precision.</summary>
    /// <param name="rows">What the model was asked about.</param>
    /// <param name="scores">All its answers.</param>
    /// <param name="outputs">The names of its outputs.</param>
    /// <param name="output">The one that is looked at.</param>
    /// <param name="remedy">What to do.</param>
    /// <exception cref="InvalidModelException">One is below 0 or above 1.</exception>
    public static void RequireProbabilities<T>(EncodedRows<T> rows, ReadOnlySpan<double> scores, ImmutableArray<string> outputs, int output, string remedy)
        where T : IFeatureRecord<T>
    {
        if (outputs.Length == 1 && VectorOps.AreWithin(scores, -Rounding, 1 + Rounding))
            return;
        for (int at = output; at < scores.Length; at += outputs.Length)
        {
            if (!(scores[at] is >= -Rounding and <= 1 + Rounding))
                throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"The model's output {outputs[output]} is {scores[at]} for {T.Schema.Describe(rows[at / outputs.Length])}; a probability is from 0 to 1. {remedy}"));
        }
    }
}
