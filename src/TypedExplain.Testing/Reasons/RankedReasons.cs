namespace TypedExplain.Testing.Reasons;

/// <summary>What is compared of an explanation: the answer, a number per feature, and which features come first.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RankedReasons<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _numbers;
    private readonly int[] _ranked;

    private RankedReasons(double prediction, double[] numbers, IEnumerable<Feature<T>> ranked, IExplainer<T> explainer)
    {
        (Prediction, _numbers, Explainer) = (prediction, numbers, explainer);
        _ranked = [.. ranked.Where(feature => numbers[feature.Index] != 0).Select(feature => feature.Index)];
    }

    /// <summary>The model's answer for the instance.</summary>
    public double Prediction { get; }

    /// <summary>What made the explanation, whatever it was wrapped into.</summary>
    public IExplainer<T> Explainer { get; }

    /// <summary>Of an explanation: its effects per standard deviation.</summary>
    public static RankedReasons<T> Of(Explanation<T> explanation) =>
        new(explanation.Prediction, explanation.Importances(), explanation.Attribution.Ranked().Select(ranked => ranked.Feature), explanation.Explainer);

    /// <summary>Of SHAP values: its contributions.</summary>
    public static RankedReasons<T> Of(ShapValues<T> values) =>
        new(values.Answer ?? values.Prediction, values.Contributions.AsSpan().ToArray(), values.Contributions.Ranked().Select(ranked => ranked.Feature), values.Explainer);

    /// <summary>The positions of the first reasons, the most important first: fewer where fewer features have an effect. Protected ones are among them.</summary>
    public ReadOnlySpan<int> Top(int reasons) => _ranked.AsSpan(0, Math.Min(reasons, _ranked.Length));

    /// <summary>The same as features.</summary>
    public Feature<T>[] TopFeatures(int reasons) => [.. Top(reasons).ToArray().Select(index => T.Schema.Features[index])];

    /// <summary>Whether two give different features as the first reasons, in whatever order.</summary>
    public bool HasOtherTop(RankedReasons<T> other, int reasons)
    {
        ReadOnlySpan<int> own = Top(reasons), others = other.Top(reasons);
        if (own.Length != others.Length)
            return true;
        foreach (int feature in own)
        {
            if (!others.Contains(feature))
                return true;
        }

        return false;
    }

    /// <summary>Whether only one of two has a feature among the first reasons.</summary>
    public bool IsTopOfOne(RankedReasons<T> other, int reasons, int feature) => Top(reasons).Contains(feature) != other.Top(reasons).Contains(feature);

    /// <summary>Whether a feature that is among the first reasons of both has opposite signs.</summary>
    public bool IsTurned(RankedReasons<T> other, int reasons, int feature) =>
        Math.Sign(_numbers[feature]) * Math.Sign(other._numbers[feature]) < 0 && Top(reasons).Contains(feature) && other.Top(reasons).Contains(feature);

    /// <summary>Whether some feature is.</summary>
    public bool HasTurned(RankedReasons<T> other, int reasons)
    {
        foreach (int feature in Top(reasons))
        {
            if (IsTurned(other, reasons, feature))
                return true;
        }

        return false;
    }

    /// <summary>Whether all numbers are the same, to the bit.</summary>
    public bool Agrees(RankedReasons<T> other) => _numbers.AsSpan().SequenceEqual(other._numbers);
}
