using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Methods;

/// <summary>What is compared; a method more is a line more.</summary>
public static class MethodList
{
    public const string Lime = "LIME", Published = "LINEX, published game", Linex = "LINEX, orthogonal pairs";

    private static readonly SamplingDesign[] s_designs = Enum.GetValues<SamplingDesign>();

    private static readonly double[] s_radii = [1, 0.5, 0.3, 0.25];

    /// <summary>The methods that draw around the instance: as papers publish them, and LINEX without dice by design.</summary>
    public static IReadOnlyList<Method<T>> Samplers<T>()
        where T : IFeatureRecord<T>
    {
        Method<T> limit = LinexOf<T>(SamplingDesign.Independent, 1), lime = LimeOf<T>(SamplingDesign.Independent, 1);
        return
        [
            lime,
            LimeOf<T>(SamplingDesign.AntitheticPairs, 1) with { Limit = lime },
            LimeOf<T>(SamplingDesign.OrthogonalPairs, 1) with { Limit = lime },
            new("S-LIME", (set, queries, seed) => new SmoothedLime<T> { Neighborhood = Around(set, queries), Seed = seed }),
            new(Published, (set, queries, seed) => new Linex<T> { Neighborhood = Around(set, queries), Redraws = 1, Seed = seed }) { Limit = limit },
            .. s_designs.Select(design => LinexOf<T>(design, 1) with { Limit = limit }),
        ];
    }

    /// <summary>The methods of the table.</summary>
    public static IReadOnlyList<Method<T>> Table<T>()
        where T : IFeatureRecord<T> =>
    [
        .. Samplers<T>(),
        new("MAPLE", (set, queries, seed) => new Maple<T> { Background = SomeRows.Of(set.Background, queries, seed), Seed = seed }.Fit(set.Model)),
        new("KernelSHAP", (set, queries, seed) => EqualQueries.Shap(set.Background, queries, seed)),
    ];

    /// <summary>The options that defaults are chosen of: at every radius the methods as papers publish them, on pairs, and with more environments.</summary>
    public static IReadOnlyList<Method<T>> Sweep<T>()
        where T : IFeatureRecord<T> => [.. s_radii.SelectMany(radius =>
    {
        Method<T> limit = LinexOf<T>(SamplingDesign.Independent, radius), lime = LimeOf<T>(SamplingDesign.Independent, radius);
        return (Method<T>[])
        [
            lime,
            LimeOf<T>(SamplingDesign.OrthogonalPairs, radius) with { Limit = lime },
            new(At(Published, radius), (set, queries, seed) => new Linex<T> { Neighborhood = Around(set, queries, SamplingDesign.Independent, radius), Redraws = 1, Seed = seed }) { Limit = limit },
            limit,
            LinexOf<T>(SamplingDesign.OrthogonalPairs, radius) with { Limit = limit },
            LinexOf<T>(SamplingDesign.OrthogonalPairs, radius, environments: 4),
        ];
    })];

    /// <summary>The neighborhood of a size; the instance is one of the samples.</summary>
    public static GaussianNeighborhood<T> Around<T>(QualitySet<T> set, int queries, SamplingDesign design = SamplingDesign.Independent, double radius = 1)
        where T : IFeatureRecord<T> => new() { Background = set.Background, Samples = queries, HoldConstantFeatures = true, Design = design, Radius = radius };

    private static Method<T> LimeOf<T>(SamplingDesign design, double radius)
        where T : IFeatureRecord<T> => new(At(Lime + Short(design), radius), (set, queries, seed) => new Lime<T> { Neighborhood = Around(set, queries, design, radius), Seed = seed });

    private static Method<T> LinexOf<T>(SamplingDesign design, double radius, int environments = 2)
        where T : IFeatureRecord<T> => new(
            At($"LINEX{(environments == 2 ? "" : $", k = {environments}")}{Short(design)}", radius),
            (set, queries, seed) => new Linex<T> { Neighborhood = Around(set, queries, design, radius), Environments = environments, Redraws = null, Seed = seed });

    private static string Short(SamplingDesign design) => design switch
    {
        SamplingDesign.AntitheticPairs => ", pairs",
        SamplingDesign.OrthogonalPairs => ", orthogonal pairs",
        SamplingDesign.LatinHypercube => ", hypercube",
        _ => "",
    };

    private static string At(string name, double radius) => radius == 1 ? name : FormattableString.Invariant($"{name}, radius {radius}");
}
