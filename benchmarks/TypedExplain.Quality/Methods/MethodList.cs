using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Methods;

/// <summary>What is compared; a method more is a line more.</summary>
public static class MethodList
{
    public const string Lime = "LIME", Published = "LINEX, published game", Linex = "LINEX";

    /// <summary>The methods that draw around the instance.</summary>
    public static IReadOnlyList<Method<T>> Samplers<T>()
        where T : IFeatureRecord<T> =>
    [
        new(Lime, (set, queries, seed) => new Lime<T> { Neighborhood = Around(set, queries), Seed = seed }),
        new("S-LIME", (set, queries, seed) => new SmoothedLime<T> { Neighborhood = Around(set, queries), Seed = seed }),
        new(Linex, (set, queries, seed) => new Linex<T> { Neighborhood = Around(set, queries), Seed = seed }),
    ];

    /// <summary>The methods of the table.</summary>
    public static IReadOnlyList<Method<T>> Table<T>()
        where T : IFeatureRecord<T> =>
    [
        .. Samplers<T>(),
        new("MAPLE", (set, queries, seed) => new Maple<T> { Background = Some(set.Background, queries, seed), Seed = seed }.Fit(set.Model)),
        new("KernelSHAP", (set, queries, seed) => Shap(set.Background, queries, seed)),
    ];

    /// <summary>The options of which the defaults are chosen.</summary>
    public static IReadOnlyList<Method<T>> Sweep<T>()
        where T : IFeatureRecord<T> =>
    [
        .. ((double[])[1, 0.5, 0.25]).SelectMany(radius => (Method<T>[])
        [
            new(FormattableString.Invariant($"LIME, radius {radius}"), (set, queries, seed) => new Lime<T> { Neighborhood = Around(set, queries, radius), Seed = seed }),
            new(FormattableString.Invariant($"LINEX, k = 2, radius {radius}"), (set, queries, seed) => new Linex<T> { Neighborhood = Around(set, queries, radius), Seed = seed }),
            new(FormattableString.Invariant($"LINEX, k = 4, radius {radius}"), (set, queries, seed) => new Linex<T> { Neighborhood = Around(set, queries, radius), Environments = 4, Seed = seed }),
        ]),
    ];

    /// <summary>The default neighborhood of a size; the instance is one of the samples.</summary>
    public static GaussianNeighborhood<T> Around<T>(QualitySet<T> set, int queries)
        where T : IFeatureRecord<T> => new() { Background = set.Background, Samples = queries, HoldConstantFeatures = true };

    private static GaussianNeighborhood<T> Around<T>(QualitySet<T> set, int queries, double radius)
        where T : IFeatureRecord<T> => Around(set, queries) with { Radius = radius };

    /// <summary>KernelSHAP at so many queries: coalitions, at least two per feature, times rows of the background.</summary>
    private static KernelShap<T> Shap<T>(Dataset<T> background, int queries, int seed)
        where T : IFeatureRecord<T>
    {
        int features = T.Schema.Features.Length;
        int coalitions = features < 8 ? (1 << features) - 2 : Math.Max(2 * features, queries / 100);
        return new() { Background = Some(background, Math.Max(1, queries / coalitions), seed), Samples = coalitions, Seed = seed };
    }

    /// <summary>Rows drawn without replacement; all where there are no more.</summary>
    private static Dataset<T> Some<T>(Dataset<T> rows, int count, int seed)
        where T : IFeatureRecord<T>
    {
        RandomStream stream = new(seed, "rows");
        return count >= rows.Count ? rows : rows.Select([.. Enumerable.Range(0, rows.Count).OrderBy(row => stream.Uniform(row)).Take(count)]);
    }
}
