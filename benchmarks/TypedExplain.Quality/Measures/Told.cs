using TypedExplain.Quality.Methods;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Measures;

/// <summary>How much explanations of some samples tell.</summary>
/// <param name="Method">The method.</param>
/// <param name="Samples">How many samples, which are queries.</param>
/// <param name="TopChanges">The share of pairs of seeds whose three largest effects differ.</param>
/// <param name="TopDecided">The share of explanations that say that the three largest are told from the rest.</param>
/// <param name="Decided">The share of effects that are told from 0.</param>
/// <param name="Width">The mean width of intervals as a share of the largest effect's magnitude.</param>
public sealed record Told(string Method, int Samples, double TopChanges, double TopDecided, double Decided, double Width)
{
    private static readonly int[] s_samples = [100, 250, 500, 1_000, 2_500, 5_000];

    /// <summary>The methods at every number of samples.</summary>
    public static IReadOnlyList<Told> Of<T>(QualitySet<T> set, Dataset<T> asked, Settings settings)
        where T : IFeatureRecord<T> =>
        [.. MethodList.Defaults<T>().SelectMany(method => s_samples.Select(samples => Of(method, samples, set, asked, settings)))];

    private static Told Of<T>(Method<T> method, int samples, QualitySet<T> set, Dataset<T> asked, Settings settings)
        where T : IFeatureRecord<T>
    {
        Explanation<T>[][] seeds = [.. Enumerable.Range(0, settings.Seeds).Select(seed => method.Make(set, samples, seed).ExplainMany(set.Model, asked.Rows).Results.ToArray())];
        Explanation<T>[] all = [.. seeds.SelectMany(explanations => explanations)];
        double changes = TopReasons.Changes(seeds.Select(explanations => explanations.Select(explanation => new Answer<T>(explanation.Standardized.AsSpan().ToArray(), explanation)).ToArray()).ToArray()).Mean;
        return new(method.Name, samples, changes, all.Average(explanation => explanation.Caveats.HasFlag(Caveats.OrderUndecided) ? 0.0 : 1), all.Average(DecidedIn), all.Average(WidthIn));
    }

    private static double DecidedIn<T>(Explanation<T> explanation)
        where T : IFeatureRecord<T> => 1 - (explanation.Undecided!.Count / (double)T.Schema.Features.Length);

    private static double WidthIn<T>(Explanation<T> explanation)
        where T : IFeatureRecord<T>
    {
        Feature<T>[] features = [.. T.Schema.Features.Where(feature => double.IsFinite(explanation.Intervals!.Upper[feature]))];
        double largest = T.Schema.Features.Max(feature => Math.Abs(explanation.Standardized[feature]));
        return largest == 0 || features.Length == 0 ? 0 : features.Average(feature => explanation.Intervals!.Upper[feature] - explanation.Intervals.Lower[feature]) / largest;
    }
}
