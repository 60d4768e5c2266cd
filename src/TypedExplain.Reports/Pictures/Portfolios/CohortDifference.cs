using TypedExplain.Numerics;

namespace TypedExplain.Reports.Pictures.Portfolios;

/// <summary>By how much the mean contribution or effect of a feature is larger in a second group.</summary>
/// <param name="before">The first group.</param>
/// <param name="after">The second group.</param>
internal sealed class CohortDifference<T>(FeatureSummary<T> before, FeatureSummary<T> after)
    where T : IFeatureRecord<T>
{
    public Feature<T> Feature => after.Feature;

    public double Number => after.Mean - before.Mean;

    /// <summary>Where the difference lies, by Welch's test: the groups need not be equally spread.</summary>
    public (double Lower, double Upper) Interval(double confidence)
    {
        double first = before.StandardError * before.StandardError, second = after.StandardError * after.StandardError;
        double freedom = (first + second) * (first + second) / ((first * first / (before.Count - 1)) + (second * second / (after.Count - 1)));
        return MeanInterval.Of(Number, Math.Sqrt(first + second), freedom, confidence);
    }
}
