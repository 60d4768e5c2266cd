namespace Papers;

/// <summary>Makes the explainers of a table: the same options for LIME, S-LIME and LINEX, so that only the fits differ.</summary>
/// <param name="convention">What the paper leaves open.</param>
/// <param name="environments">k.</param>
/// <param name="seed">The seed of every random number.</param>
/// <param name="measured">A neighborhood in the units of the convention, for a kernel width.</param>
public sealed class TableMethods<T>(Convention convention, int environments, int seed, Func<INeighborhood<T>, double, INeighborhood<T>> measured)
    where T : IFeatureRecord<T>
{
    /// <summary>Which features are used.</summary>
    public FeatureSelection Selection { get; init; } = FeatureSelection.All;

    /// <summary>LIME.</summary>
    public Lime<T> Lime(INeighborhood<T> neighborhood, double width) => new()
    {
        Neighborhood = measured(neighborhood, width),
        Kernel = Kernel(width),
        Selection = Selection,
        Intercept = convention.Intercept,
        Ridge = convention.Ridge,
        Seed = seed,
    };

    /// <summary>LIME averaged over LINEX's environments.</summary>
    public SmoothedLime<T> SmoothedLime(INeighborhood<T> neighborhood, double width) => new()
    {
        Neighborhood = measured(neighborhood, width),
        Kernel = Kernel(width),
        Selection = Selection,
        Environments = environments,
        Intercept = convention.Intercept,
        Ridge = convention.Ridge,
        Bootstrap = convention.Bootstrap,
        Seed = seed,
    };

    /// <summary>LINEX.</summary>
    public Linex<T> Linex(INeighborhood<T> neighborhood, double width) => new()
    {
        Neighborhood = measured(neighborhood, width),
        Kernel = Kernel(width),
        Selection = Selection,
        Environments = environments,
        Intercept = convention.Intercept,
        Ridge = convention.Ridge,
        Bootstrap = convention.Bootstrap,
        Redraws = 1,
        Budget = convention.Budget,
        Tolerance = convention.Tolerance,
        Seed = seed,
    };

    /// <summary>LINEX as the library does it unless told otherwise: without dice, rather than the game that is published.</summary>
    public Linex<T> LinexToday(INeighborhood<T> neighborhood, double width) => Linex(neighborhood, width) with { Redraws = null };

    /// <summary>MeLIME with the tolerances of its Iris example; one fit to one batch where there is no intercept, which it cannot do without.</summary>
    public IExplainer<T> Melime(INeighborhood<T> neighborhood, double width) => convention.Intercept
        ? new Melime<T> { Neighborhood = neighborhood, Kernel = Kernel(width), ImportanceTolerance = 0.1, ErrorTolerance = 0.1, Seed = seed }
        : Lime(neighborhood, width);

    /// <summary>MAPLE; a fit over all its rows with its weights where there is no intercept, which it cannot do without.</summary>
    public IExplainer<T> Maple(FittedMaple<T> maple, double width) => convention.Intercept
        ? maple
        : Lime(new TrainingSelection<T> { Weights = maple.Weights, Samples = maple.Weights.Rows.Count + 1, HoldConstantFeatures = true }, width);

    /// <summary>The exponential kernel of a width in units of √d.</summary>
    public static ExponentialKernel Kernel(double width) => new() { Width = width };
}
