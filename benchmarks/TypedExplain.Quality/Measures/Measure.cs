using System.Collections.Immutable;

namespace TypedExplain.Quality.Measures;

/// <summary>The names of the measures, and a measure of every instance as a score.</summary>
public static class Measure
{
    public const string SeedVariance = "seed variance", SquaredError = "squared error", Inconsistency = "CI", WrongSigns = "wrong signs, %",
        TopChanges = "top 3 changes", Infidelity = "infidelity", NearInfidelity = "infidelity at 0.3";

    public static Score Of(string name, IEnumerable<double> values)
    {
        ImmutableArray<double> all = [.. values];
        double mean = all.Average();
        double error = all.Length > 1 ? Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1) / all.Length) : 0;
        return new(name, mean, error, all.Length, "rows", MetricDirection.LowerIsBetter, name) { Values = all };
    }
}
