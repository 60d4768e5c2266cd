namespace TypedExplain.Quality.Measures;

/// <summary>Whether the set of the three largest effects is another one with another seed.</summary>
public static class TopReasons
{
    private const int Reasons = 3;

    /// <summary>By instance the share of pairs of seeds whose sets differ.</summary>
    public static Score Changes<T>(Answer<T>[][] seeds)
        where T : IFeatureRecord<T> =>
        Measure.Of(Measure.TopChanges, Enumerable.Range(0, seeds[0].Length).Select(row =>
            Enumerable.Range(0, seeds.Length / 2).Average(pair => Top(seeds[2 * pair][row].Effects).SetEquals(Top(seeds[(2 * pair) + 1][row].Effects)) ? 0.0 : 1)));

    private static HashSet<int> Top(double[] effects) =>
        [.. Enumerable.Range(0, effects.Length).OrderByDescending(j => Math.Abs(effects[j])).ThenBy(j => j).Take(Reasons)];
}
