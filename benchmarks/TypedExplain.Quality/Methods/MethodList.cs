using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Methods;

/// <summary>What is compared; a method more is a line more.</summary>
public static class MethodList
{
    public const string Lime = "LIME", Linex = "LINEX", Published = "LINEX, published game";

    /// <summary>How LIME draws in its paper.</summary>
    public const string SingleLime = Lime + Single;

    private const string Single = ", each neighbor on its own";

    private static readonly SamplingDesign[] s_designs = Enum.GetValues<SamplingDesign>();

    private static readonly double[] s_radii = [1, 0.5, 0.25];

    /// <summary>The methods that draw around the instance: as papers publish them, by default, and LINEX by every design.</summary>
    public static IReadOnlyList<Method<T>> Samplers<T>()
        where T : IFeatureRecord<T>
    {
        Method<T> limit = LinexOf<T>(SamplingDesign.Independent, 1), lime = LimeOf<T>(SamplingDesign.Independent, 1);
        return
        [
            lime,
            LimeOf<T>(SamplingDesign.OrthogonalPairs, 1) with { Limit = lime },
            new("S-LIME", (set, queries, seed) => new SmoothedLime<T> { Link = LinkFunction.Identity, Neighborhood = Around(set, queries, SamplingDesign.OrthogonalPairs, 1), Seed = seed }),
            PublishedOf<T>(1) with { Limit = limit },
            .. s_designs.Select(design => LinexOf<T>(design, 1) with { Limit = limit }),
        ];
    }

    /// <summary>The methods of the table.</summary>
    public static IReadOnlyList<Method<T>> Table<T>()
        where T : IFeatureRecord<T> =>
    [
        .. Samplers<T>(),
        new("MAPLE", (set, queries, seed) => new Maple<T> { Link = LinkFunction.Identity, Background = SomeRows.Of(set.Background, queries, seed), Seed = seed }.Fit(set.Model)),
        new("KernelSHAP", (set, queries, seed) => EqualQueries.Shap(set.Background, queries, seed)),
    ];

    /// <summary>LIME and LINEX by default, and LINEX with an adjustment.</summary>
    public static IReadOnlyList<Method<T>> Defaults<T>()
        where T : IFeatureRecord<T> => [LimeOf<T>(SamplingDesign.OrthogonalPairs, 1), LinexOf<T>(SamplingDesign.OrthogonalPairs, 1), Adjusted<T>()];

    /// <summary>The methods that have intervals.</summary>
    public static IReadOnlyList<Method<T>> WithIntervals<T>()
        where T : IFeatureRecord<T> => [.. Samplers<T>(), Adjusted<T>()];

    /// <summary>The methods of the credit records: as papers publish them, and by default at every radius.</summary>
    public static IReadOnlyList<Method<T>> Credit<T>()
        where T : IFeatureRecord<T> =>
    [
        LimeOf<T>(SamplingDesign.Independent, 1),
        LimeOf<T>(SamplingDesign.OrthogonalPairs, 1),
        PublishedOf<T>(1),
        .. s_radii.Select(radius => LinexOf<T>(SamplingDesign.OrthogonalPairs, radius)),
    ];

    /// <summary>The options that defaults are chosen of: at every radius the methods as papers publish them, in pairs, and with more environments.</summary>
    public static IReadOnlyList<Method<T>> Sweep<T>()
        where T : IFeatureRecord<T> => [.. s_radii.SelectMany(radius =>
    {
        Method<T> limit = LinexOf<T>(SamplingDesign.Independent, radius), lime = LimeOf<T>(SamplingDesign.Independent, radius);
        return (Method<T>[])
        [
            lime,
            LimeOf<T>(SamplingDesign.OrthogonalPairs, radius) with { Limit = lime },
            PublishedOf<T>(radius) with { Limit = limit },
            LinexOf<T>(SamplingDesign.OrthogonalPairs, radius) with { Limit = limit },
            LinexOf<T>(SamplingDesign.OrthogonalPairs, radius, environments: 4),
        ];
    })];

    /// <summary>The neighborhood of a size; the instance is one of the samples.</summary>
    public static GaussianNeighborhood<T> Around<T>(QualitySet<T> set, int queries, SamplingDesign design, double radius = 1)
        where T : IFeatureRecord<T> => new() { Background = set.Background, Samples = queries, HoldConstantFeatures = true, Design = design, Radius = radius };

    private static Method<T> LimeOf<T>(SamplingDesign design, double radius)
        where T : IFeatureRecord<T> => new(At(Lime + Short(design), radius), (set, queries, seed) => new Lime<T> { Link = LinkFunction.Identity, Neighborhood = Around(set, queries, design, radius), Seed = seed });

    private static Method<T> PublishedOf<T>(double radius)
        where T : IFeatureRecord<T> => new(
            At(Published, radius),
            (set, queries, seed) => new Linex<T> { Link = LinkFunction.Identity, Neighborhood = Around(set, queries, SamplingDesign.Independent, radius), Redraws = 1, Seed = seed });

    private static Method<T> LinexOf<T>(SamplingDesign design, double radius, int environments = 2)
        where T : IFeatureRecord<T> => new(
            At($"{Linex}{(environments == 2 ? "" : $", k = {environments}")}{Short(design)}", radius),
            (set, queries, seed) => new Linex<T> { Link = LinkFunction.Identity, Neighborhood = Around(set, queries, design, radius), Environments = environments, Seed = seed });

    private static Method<T> Adjusted<T>()
        where T : IFeatureRecord<T> => new(
            Linex + ", adjusted by forests",
            (set, queries, seed) => new Linex<T> { Link = LinkFunction.Identity, Neighborhood = Around(set, queries, SamplingDesign.OrthogonalPairs), Adjustment = new(), Seed = seed });

    private static string Short(SamplingDesign design) => design switch
    {
        SamplingDesign.Independent => Single,
        SamplingDesign.AntitheticPairs => ", antithetic pairs",
        SamplingDesign.LatinHypercube => ", Latin hypercube",
        _ => "",
    };

    private static string At(string name, double radius) => radius == 1 ? name : FormattableString.Invariant($"{name}, radius {radius}");
}
