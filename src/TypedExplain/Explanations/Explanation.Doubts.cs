using System.Collections.Immutable;
using TypedExplain.Explanations;
using TypedExplain.Schema.Values;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    // A number farther from the mean, in standard deviations, is beyond all but a few rows of any background.
    private const double FarDeviations = 5;

    private const int MostNamed = 5;

    // Below this share of the answers, a difference is rounding.
    private const double Rounding = 1e-9;

    /// <summary>By how much the surrogate misses the model at the instance, on the scale of the effects, as <see cref="LocalFit.Error"/> is.</summary>
    private double Miss => Math.Abs(LinkedLocalPrediction - LinkedPrediction);

    /// <summary>Adds the caveats that the finished surrogate itself gives reason for.</summary>
    internal void AddDoubts()
    {
        if (Caveats.HasFlag(Caveats.ConstantModel))
            return;
        if (_inference is not null && !IsOrderTold(FirstReasons))
            Caveats |= Caveats.OrderUndecided;
        if (Fit is { } fit && Miss > Math.Max(fit.Error, Rounding * Math.Abs(LinkedPrediction)))
            Caveats |= Caveats.MissesTheInstance;
        if (Kind.IsProbability && LocalPrediction is < 0 or > 1)
            Caveats |= Caveats.NoProbability;
        if (Farthest() is not null)
            Caveats |= Caveats.FarFromBackground;
    }

    /// <summary>The feature whose value is the farthest from the background, and how far in standard deviations; infinitely far where it is a category that the background never has; null where none is far.</summary>
    private (Feature<T> Feature, double Away)? Farthest()
    {
        (Feature<T> Feature, double Away)? farthest = null;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            double away = feature.IsPresent(_columns) ? Away(feature) : 0;
            if (away > (farthest?.Away ?? FarDeviations))
                farthest = (feature, away);
        }

        return farthest;
    }

    private double Away(Feature<T> feature)
    {
        if (feature.Kind == FeatureKind.Category)
            return _statistics.Frequencies(feature)[feature.CategoryIn(_columns)] == 0 ? double.PositiveInfinity : 0;
        double deviation = _statistics.Deviation[feature];
        return !feature.IsNumeric || feature.Scale == FeatureScale.Cyclic || deviation == 0 ? 0
            : Math.Abs(T.Schema.Axes[feature.Index].Scaled(_columns[feature.Column]) - _statistics.Mean[feature]) / deviation;
    }

    /// <summary>The caveats as sentences, with the features and numbers that they are about.</summary>
    internal IEnumerable<string> Cautions(IFormatProvider provider)
    {
        foreach (string caution in TableText.Of(Caveats, RowLoss, Clipped, provider))
            yield return caution;
        if (Caveats.HasFlag(Caveats.OrderUndecided))
            yield return $"which {FirstReasons} features come first is not decided{Contenders()}; draw more samples";
        if (Caveats.HasFlag(Caveats.MissesTheInstance))
            yield return $"at the instance the surrogate is off by {NumberText.Answer(Miss, provider)}{(Link == LinkFunction.Logit ? " in log odds" : "")}{(Fit is { } fit ? $", more than its error of {NumberText.Answer(fit.Error, provider)} around it" : "")}; draw nearer neighbors (Radius) or use SHAP values, which add up to the answer";
        if (Caveats.HasFlag(Caveats.NoProbability))
            yield return $"the surrogate says {NumberText.Answer(LocalPrediction, provider)} of a probability, as a straight line through probabilities may; explain its log odds (LinkFunction.Logit)";
        if (Caveats.HasFlag(Caveats.FarFromBackground) && Farthest() is { } far)
            yield return $"{(double.IsFinite(far.Away) ? string.Create(provider, $"{Shown(far.Feature)} is {far.Away:0.0} standard deviations from the background's mean") : $"the background never has the category of {Shown(far.Feature)}")}; take a background with records like this one";
    }

    /// <summary>The features of which it is not told whether they are among the first.</summary>
    private string Contenders()
    {
        int before = 0;
        foreach (ImmutableArray<Feature<T>> group in RankedGroups ?? [])
        {
            before += group.Length;
            if (before <= FirstReasons)
                continue;
            string[] names = [.. group.Select(Shown)];
            return names.Length <= MostNamed ? $" between {string.Join(", ", names[..^1])} and {names[^1]}" : $" between {string.Join(", ", names[..MostNamed])} and {names.Length - MostNamed} more";
        }

        return "";
    }
}
