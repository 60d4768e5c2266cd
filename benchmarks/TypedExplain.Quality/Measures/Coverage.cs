using TypedExplain.Quality.Methods;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Measures;

/// <summary>How often the nominal 95 % intervals of a method held its limit.</summary>
public sealed record Covered(string Method, int Samples, double Share, int Trials);

/// <summary>
/// Intervals held against what all methods that have them tend to with more samples: the slopes of least squares without a penalty.
/// </summary>
public static class Coverage
{
    // So many runs that the limit's own error is small beside that of 5,000 samples.
    private const int Runs = 32;

    private static readonly int[] s_samples = [100, 250, 1_000, 5_000];

    public static IReadOnlyList<Covered> Of<T>(QualitySet<T> set, Dataset<T> asked, Settings settings)
        where T : IFeatureRecord<T>
    {
        List<Covered> covered = [];
        double[][] limits = Limits(set, asked, settings);
        foreach (Method<T> method in MethodList.WithIntervals<T>())
        {
            foreach (int samples in s_samples)
            {
                int inside = 0, trials = 0;
                for (int seed = 0; seed < settings.Seeds; seed++)
                {
                    IExplainer<T> explainer = ((LinearExplainer<T>)method.Make(set, samples, seed)) with { StandardErrors = true };
                    IReadOnlyList<Explanation<T>> explained = explainer.ExplainMany(set.Model, asked.Rows).Results;
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

    private static double[][] Limits<T>(QualitySet<T> set, Dataset<T> asked, Settings settings)
        where T : IFeatureRecord<T>
    {
        double[][] limits = [.. Enumerable.Range(0, asked.Count).Select(_ => new double[T.Schema.Features.Length])];
        for (int run = 0; run < Runs; run++)
        {
            Lime<T> lime = new() { Link = LinkFunction.Identity, Ridge = 0, StandardErrors = false, Neighborhood = MethodList.Around(set, settings.LimitQueries, SamplingDesign.OrthogonalPairs), Seed = Settings.LimitSeed + run };
            IReadOnlyList<Explanation<T>> explained = lime.ExplainMany(set.Model, asked.Rows).Results;
            for (int row = 0; row < limits.Length; row++)
            {
                for (int j = 0; j < limits[row].Length; j++)
                    limits[row][j] += explained[row].Standardized[j] / Runs;
            }
        }

        return limits;
    }
}
