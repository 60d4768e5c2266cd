using TypedExplain.Numerics;

namespace TypedExplain.Explanations;

/// <summary>
/// Finds effects φ/(x − E[x]) of a linear form that are blown up because the instance lies near the mean. The background
/// tells: where the model is linear in the feature the effect serves all rows, else it misses them by the more the nearer the
/// mean was.
/// </summary>
/// <remarks>
/// A feature is looked at where |x − E[x]| is at most a quarter of its standard deviation, that of a flag or a category with
/// the share p of the instance's own value being √(p(1 − p)). Its effect is blown up if the surrogate's root mean square error
/// over the background falls by more than a tenth when the effect is 0.
/// </remarks>
internal static class NearTheMean
{
    private const double Near = 0.25, Worse = 1.1;

    /// <summary>Whether a difference from the mean is so small that the effect needs a look.</summary>
    /// <param name="difference">x − E[x].</param>
    /// <param name="mean">E[x]; the share of the instance's own value for flags and categories.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="statistics">Those of the background.</param>
    public static bool Is<T>(double difference, double mean, Feature<T> feature, FeatureStatistics<T> statistics)
        where T : IFeatureRecord<T> =>
        Math.Abs(difference) <= Near * (feature.IsNumeric ? statistics.Deviation[feature] : Math.Sqrt(mean * (1 - mean)));

    /// <summary>What effects near the mean cost; null where none is blown up.</summary>
    /// <param name="instance">The encoded instance.</param>
    /// <param name="slopes">The standardized effects.</param>
    /// <param name="means">E[x] of flags, categories and numbers on a circle, as the instance sees them; else 0.</param>
    /// <param name="constant">The surrogate's constant.</param>
    /// <param name="near">The features to look at.</param>
    /// <param name="background">The background.</param>
    /// <param name="answers">The model's answer for each of its rows; rows whose answer is not finite are left out.</param>
    public static LossNearTheMean? Loss<T>(ReadOnlySpan<double> instance, double[] slopes, double[] means, double constant, List<int> near, WeightedRows<T> background, double[] answers)
        where T : IFeatureRecord<T>
    {
        int features = slopes.Length;
        FeatureStatistics<T> statistics = background.Statistics;
        using Pooled values = new(answers.Length * features);
        statistics.Interpret(instance, background.Rows.Encoded.Values, values.Span, features);
        double[] misses = new double[answers.Length];
        for (int row = 0; row < misses.Length; row++)
            misses[row] = answers[row] - constant - VectorOps.Dot(slopes, values.Span.Slice(row * features, features));

        double error = Error(misses, background);
        double[] without = [.. misses];
        bool isAny = false;
        double[] trial = new double[misses.Length];
        foreach (int feature in near)
        {
            misses.CopyTo(trial, 0);
            Drop(feature, slopes, means, statistics, values.Span, trial);
            if (error <= Worse * Error(trial, background))
                continue;
            isAny = true;
            Drop(feature, slopes, means, statistics, values.Span, without);
        }

        return isAny ? new(error, Error(without, background)) : null;
    }

    /// <summary>What is missed where a feature has no effect: what it adds is missed too.</summary>
    private static void Drop<T>(int feature, double[] slopes, double[] means, FeatureStatistics<T> statistics, ReadOnlySpan<double> values, double[] misses)
        where T : IFeatureRecord<T>
    {
        double origin = means[feature] / statistics.Scale[feature];
        for (int row = 0; row < misses.Length; row++)
            misses[row] += slopes[feature] * (values[(row * slopes.Length) + feature] - origin);
    }

    private static double Error<T>(double[] misses, WeightedRows<T> background)
        where T : IFeatureRecord<T>
    {
        double sum = 0, total = 0;
        for (int row = 0; row < misses.Length; row++)
        {
            if (!double.IsFinite(misses[row]))
                continue;
            sum += background.Weights[row] * misses[row] * misses[row];
            total += background.Weights[row];
        }

        return total == 0 ? 0 : Math.Sqrt(sum / total);
    }
}
