using TypedExplain.Generated;
using TypedExplain.Models;
using TypedExplain.Numerics;
using TypedExplain.Schema.Values;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    /// <summary>What the explained output is, as the model says.</summary>
    public OutputKind Kind { get; init; } = OutputKind.Score;

    /// <summary>
    /// The scale of the surrogate: its effects, its constant and their standard errors are in log odds for
    /// <see cref="LinkFunction.Logit"/>. What the model and the surrogate answer is told on the model's own scale.
    /// </summary>
    public LinkFunction Link => Scale.Link;

    /// <summary>The model's answer for the instance on the scale of the effects: its log odds, or the answer itself.</summary>
    public double LinkedPrediction => Scale.To(Prediction);

    /// <summary>The surrogate's answer for the instance on the scale of the effects.</summary>
    public double LinkedLocalPrediction => PredictLinked(Instance);

    /// <summary>Answers that had no log odds, and what they counted as; null where there are none.</summary>
    public ClippedAnswers? Clipped { get; init; }

    /// <summary>
    /// What effects mean for the probability, where they are in log odds: for a number the change of the surrogate's probability
    /// from the instance by one standard deviation more; for a flag, a category or a number in bins its probability with the
    /// instance's own value minus its probability with another. Null where effects are not in log odds.
    /// </summary>
    public FeatureVector<T>? ProbabilityChanges
    {
        get
        {
            if (!InLogOdds)
                return null;
            double own = LinkedLocalPrediction, probability = AnswerScale.Probability(own);
            return new([.. T.Schema.Features.Select(feature => feature.IsNumeric && BinOf(feature) is null
                ? AnswerScale.Probability(own + Standardized[feature]) - probability
                : probability - AnswerScale.Probability(own - Standardized[feature]))]);
        }
    }

    /// <summary>How answers are put on the scale of the effects.</summary>
    internal AnswerScale Scale { get; init; }

    private bool InLogOdds => Link == LinkFunction.Logit || Kind == OutputKind.LogOdds;

    /// <summary>The surrogate's answer for any record on the scale of the effects: a sum, which <see cref="Predict(T)"/> turns into an answer.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="InvalidFeatureException">The record holds a value that its schema does not allow.</exception>
    public double PredictLinked(T record)
    {
        using Pooled columns = new(_columns.Length);
        T.Schema.Encode(record, columns.Span);
        double answer = Sum(columns.Span);
        if (Attribution.Media.IsEmpty)
            return answer;
        MediaValues values = T.Schema.ReadMedia(record);
        for (int i = 0; i < Attribution.Media.Length; i++)
            answer += Attribution.Media[i].Predict(values, i);
        return answer;
    }

    /// <summary>The surrogate's answer for an encoded row of a record without texts and images.</summary>
    internal double Predict(ReadOnlySpan<double> columns) => Scale.From(Sum(columns));

    /// <summary>The surrogate's answer for an encoded row on the scale of the effects, less what texts and images add.</summary>
    internal double LinkedOf(ReadOnlySpan<double> columns) => Sum(columns);

    /// <summary>The surrogate's sum for an encoded row, less what texts and images add.</summary>
    private double Sum(ReadOnlySpan<double> columns)
    {
        if (columns.IsEmpty)
            return _constant;
        using Pooled values = new(T.Schema.Features.Length);
        _statistics.Interpret(_columns, columns, values.Span, values.Span.Length);
        return _constant + VectorOps.Dot(Standardized.AsSpan(), values.Span);
    }

    /// <summary>The model's answer on both scales, or with its unit.</summary>
    internal string ToldPrediction(IFormatProvider provider) => Told(Prediction, LinkedPrediction, provider);

    /// <summary>An answer on both scales, or with its unit.</summary>
    private string Told(double answer, double linked, IFormatProvider provider)
    {
        string told = NumberText.Answer(answer, provider);
        return Link == LinkFunction.Logit ? $"{told} (log odds {NumberText.Answer(linked, provider)})"
            : Kind == OutputKind.LogOdds ? $"{told} (probability {NumberText.Answer(AnswerScale.Probability(linked), provider)})"
            : Kind.Unit is { } unit ? $"{told} {unit}"
            : told;
    }

    /// <summary>What log odds mean at the instance.</summary>
    private string InProbabilities(IFormatProvider provider)
    {
        return $"effects are in log odds: +1 takes the probability of {Moved(0)} to {Moved(1)}, -1 to {Moved(-1)}";

        string Moved(double by) => NumberText.Answer(AnswerScale.Probability(LinkedPrediction + by), provider);
    }
}
