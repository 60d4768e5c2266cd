using TypedExplain.Quality.Methods;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Measures;

/// <summary>How often the nominal 95 % intervals of a method covered its limit.</summary>
public sealed record Covered(string Method, int Samples, double Share, int Trials);

/// <summary>Intervals held against the mean of limits.</summary>
public static class Coverage
{
    // One limit of 20,000 samples is itself a quarter of the variance of 5,000.
    private const int Limits = 8;

    private static readonly int[] s_samples = [100, 250, 1_000, 5_000];

    public static IReadOnlyList<Covered> Of<T>(QualitySet<T> set, Dataset<T> asked, Settings settings)
        where T : IFeatureRecord<T>
    {
        List<Covered> covered = [];
        foreach (Method<T> method in MethodList.WithIntervals<T>())
        {
            double[][] limits = [.. Enumerable.Range(0, asked.Count).Select(_ => new double[T.Schema.Features.Length])];
            for (int run = 0; run < Limits; run++)
            {
                IReadOnlyList<Explanation<T>> explained = (method.Limit ?? method).Make(set, settings.LimitQueries, Settings.LimitSeed + run).ExplainMany(set.Model, asked.Rows);
                for (int row = 0; row < limits.Length; row++)
                {
                    for (int j = 0; j < limits[row].Length; j++)
                        limits[row][j] += explained[row].Standardized[j] / Limits;
                }
            }

            foreach (int samples in s_samples)
            {
                int inside = 0, trials = 0;
                for (int seed = 0; seed < settings.Seeds; seed++)
                {
                    IExplainer<T> explainer = ((LinearExplainer<T>)method.Make(set, samples, seed)) with { StandardErrors = true };
                    IReadOnlyList<Explanation<T>> explained = explainer.ExplainMany(set.Model, asked.Rows);
                    for (int row = 0; row < limits.Length; row++)
                    {
                        foreach (Feature<T> feature in T.Schema.Features)
                        {
                            EffectIntervals<T> intervals = explained[row].Intervals!;
                            double lower = intervals.Lower[feature], upper = intervals.Upper[feature];
                            if (!double.IsFinite(upper) || lower == upper)
                                continue;
                            trials++;
                            inside += lower <= limits[row][feature.Index] && limits[row][feature.Index] <= upper ? 1 : 0;
                        }
                    }
                }

                covered.Add(new(method.Name, samples, inside / (double)trials, trials));
            }
        }

        return covered;
    }
}
