using System.Globalization;
using MathNet.Numerics.Distributions;
using TypedExplain.Errors;
using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>Whether two explainers differ by a metric that was taken of both over the same rows.</summary>
/// <param name="Metric">The name of the metric.</param>
/// <param name="MeanDifference">The mean over rows of the first one's value less the second one's.</param>
/// <param name="StandardError">The standard error of that mean.</param>
/// <param name="StudentP">The two-sided p value of the paired t test, under which the differences are normal.</param>
/// <param name="WilcoxonP">The two-sided p value of Wilcoxon's signed-rank test, under which they are symmetric.</param>
/// <param name="Count">How many rows there are.</param>
/// <param name="Direction">Which way the metric is better.</param>
public sealed record PairedTest(string Metric, double MeanDifference, double StandardError, double StudentP, double WilcoxonP, int Count, MetricDirection Direction)
{
    /// <summary>Compares two scores row by row.</summary>
    /// <param name="first">The first one's score.</param>
    /// <param name="second">The second one's, by the same metric over the same rows.</param>
    /// <exception cref="InvalidOptionException">The scores are of different metrics or numbers of rows, or of fewer than 2 rows.</exception>
    public static PairedTest Of(Score first, Score second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Metric != second.Metric || first.Convention != second.Convention)
            throw new InvalidOptionException($"A paired test was asked to compare {first.Metric} ({first.Convention}) with {second.Metric} ({second.Convention}); both must be the same.");
        if (first.Values.Length != second.Values.Length || first.Values.Length < 2)
            throw new InvalidOptionException($"A paired test was given {first.Values.Length} and {second.Values.Length} {first.Unit}; both must have the same, at least 2.");

        double[] differences = [.. first.Values.Zip(second.Values, (left, right) => left - right)];
        Score score = Score.Of(first.Metric, differences, first.Unit, first.Direction, first.Convention);
        double student = score.StandardError > 0
            ? 2 * StudentT.CDF(0, 1, differences.Length - 1, -Math.Abs(score.Mean) / score.StandardError)
            : score.Mean == 0 ? 1 : 0;
        return new(first.Metric, score.Mean, score.StandardError, student, SignedRanks.PValue(differences), differences.Length, first.Direction);
    }

    /// <summary>Whether the first one's mean is the better one; by chance or not, the p values tell.</summary>
    public bool IsFirstBetter => Direction == MetricDirection.LowerIsBetter ? MeanDifference < 0 : MeanDifference > 0;

    /// <summary>The difference, its error and how likely as much would be by chance.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Metric} differs by {MeanDifference:+0.0000;-0.0000;0.0000} ± {StandardError:0.0000} over {Count} {Noun.Of(Count, "row")}, {(MeanDifference == 0 ? "neither" : IsFirstBetter ? "the first" : "the second")} is better: p {Chance(StudentP)} (paired t), {Chance(WilcoxonP)} (Wilcoxon signed-rank)");

    private static string Chance(double p) => p < 0.0001 ? "below 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
