using TypedExplain.Explanations.Json;
using TypedExplain.Json;
using TypedExplain.Media;

namespace TypedExplain.Explainers.Restored;

/// <summary>Makes explainers and the neighborhoods they draw from of their descriptions.</summary>
/// <param name="backgrounds">The backgrounds of those that have some.</param>
/// <param name="model">The model that what is fitted is fitted to; null where none was given.</param>
internal sealed class ExplainerRestorer<T>(GivenBackgrounds<T> backgrounds, IModel<T>? model = null)
    where T : IFeatureRecord<T>
{
    /// <summary>The explainer of a description.</summary>
    public IExplainer<T> Explainer(Description of) => of switch
    {
        _ when of.Is(nameof(Lime<>)) => Linear(new Lime<T>(), of),
        _ when of.Is(nameof(SmoothedLime<>)) => Environments(new SmoothedLime<T>(), of),
        _ when of.Is(nameof(Linex<>)) => (Linex<T>)Environments(new Linex<T>(), of) with
        {
            Redraws = OptionalWhole(of["redraws"]),
            Bound = OptionalDouble(of["bound"]),
            Budget = of["budget"].Double(),
            Tolerance = of["tolerance"].Double(),
        },
        _ when of.Is(nameof(Melime<>)) => new Melime<T>
        {
            Neighborhood = Neighborhood(of["neighborhood"]),
            LocalModel = PartRestorer.LocalModel(of["localModel"]),
            Kernel = PartRestorer.OptionalKernel(of["kernel"]),
            Batches = of["batches"].Whole(),
            Link = OptionalLink(of),
            ImportanceTolerance = of["importanceTolerance"].Double(),
            ErrorTolerance = of["errorTolerance"].Double(),
            Seed = Seed(of),
        },
        _ when of.Is(nameof(KernelShap<>)) => new KernelShap<T>
        {
            Background = Rows(of["background"]),
            Link = of["link"].Word<LinkFunction>(),
            Seed = Seed(of),
            Samples = OptionalWhole(of["samples"]),
            ExactUpTo = of["exactUpTo"].Whole(),

            // What was written before there was a choice was estimated as published.
            Estimator = of.Optional("estimator")?.Word<CoalitionEstimator>() ?? CoalitionEstimator.Published,
            Selection = PartRestorer.Selection(of["selection"]),
        },
        _ when of.Is(nameof(PermutationShap<>)) => new PermutationShap<T>
        {
            Background = Rows(of["background"]),
            Link = of["link"].Word<LinkFunction>(),
            Seed = Seed(of),
            Permutations = of["permutations"].Whole(),
        },
        _ when of.Is(nameof(TreeShap<>)) => new TreeShap<T>
        {
            Expectation = of["expectation"].Word<TreeExpectation>(),
            Background = of["background"].IsNull ? null : Rows(of["background"]),
        },
        _ when of.Is(nameof(RandomExplainer<>)) => new RandomExplainer<T>
        {
            Background = Rows(of["background"]).Rows,
            Size = of["size"].Double(),
            Link = OptionalLink(of),
            Seed = Seed(of),
        },
        _ when of.Is(nameof(FittedMaple<>)) => new Maple<T>
        {
            Background = Rows(of["background"]).Rows,
            Validation = of["validation"].IsNull ? null : Rows(of["validation"]).Rows,
            ValidationFraction = of["validationFraction"].Double(),
            Trees = of["trees"].Whole(),
            MinLeafRows = of["minLeafRows"].Whole(),
            FeaturesPerSplit = OptionalWhole(of["featuresPerSplit"]),
            Ridge = of["ridge"].Double(),
            Link = OptionalLink(of),
            Seed = Seed(of),
        }.Fit(Model("MAPLE")),
        _ when of.Is(nameof(FittedGlobalSurrogate<>)) => new GlobalSurrogate<T>
        {
            Background = Rows(of["background"]).Rows,
            Ridge = of["ridge"].Double(),
            Link = OptionalLink(of),
        }.Fit(Model("The global surrogate")),
        _ when of.Is(nameof(TrivialExplainer<>)) => new TrivialExplainer<T> { Background = Rows(of["background"]).Rows, Link = OptionalLink(of) },
        _ => throw PartRestorer.Unknown("The explainer", of),
    };

    /// <summary>The certifier of a description.</summary>
    public Certifier<T> Certifier(Description of) => new()
    {
        Explainer = Explainer(Description.Read(of["explainer"])) as LinearExplainer<T> ?? throw of["explainer"].Wrong("LIME, S-LIME or LINEX"),
        Standard = StandardJson.Read(of["standard"]),
        MaxQueries = of["maxQueries"].Whole(),
    };

    /// <summary>The consensus of a description.</summary>
    public Consensus<T> Consensus(Description of) => new()
    {
        Explainers = [.. of["explainers"].Items().Select(part => Explainer(Description.Read(part)) as LinearExplainer<T> ?? throw part.Wrong("LIME, S-LIME or LINEX"))],
    };

    private LinearExplainer<T> Linear(LinearExplainer<T> method, Description of) => method with
    {
        Neighborhood = Neighborhood(of["neighborhood"]),
        Kernel = PartRestorer.Kernel(of["kernel"]),
        Selection = PartRestorer.Selection(of["selection"]),
        Ridge = of["ridge"].Double(),
        Intercept = of["intercept"].Flag(),
        StandardErrors = of["standardErrors"].Flag(),
        Link = OptionalLink(of),
        Adjustment = of["adjustment"] is { IsNull: false } adjustment ? PartRestorer.Adjustment(adjustment) : null,
        Seed = Seed(of),
    };

    private EnvironmentExplainer<T> Environments(EnvironmentExplainer<T> method, Description of) => (EnvironmentExplainer<T>)Linear(method, of) with
    {
        Environments = of["environments"].Whole(),
        Bootstrap = of["bootstrap"].Word<Bootstrap>(),
        Partition = of["partition"].Items().Any() ? [.. of["partition"].Items().Select(Neighborhood)] : null,
    };

    private INeighborhood<T> Neighborhood(JsonPart part)
    {
        Description of = Description.Read(part);
        return of switch
        {
            _ when of.Is(nameof(GaussianNeighborhood<>)) => new GaussianNeighborhood<T>
            {
                Samples = of["samples"].Whole(),
                Radius = of["radius"].Double(),
                Background = of["background"].IsNull ? null : Rows(of["background"]).Rows,
                Center = of["center"].Word<NeighborhoodCenter>(),
                Design = of["design"].Word<SamplingDesign>(),
                HoldConstantFeatures = of["holdConstantFeatures"].Flag(),
            },
            _ when of.Is(nameof(BinnedNeighborhood<>)) => new BinnedNeighborhood<T>
            {
                Samples = of["samples"].Whole(),
                Background = Rows(of["background"]).Rows,
                Discretization = of["discretization"].Word<Discretization>(),
                HoldConstantFeatures = of["holdConstantFeatures"].Flag(),
            },
            _ when of.Is(nameof(KdeNeighborhood<>)) => new KdeNeighborhood<T>
            {
                Samples = of["samples"].Whole(),
                Background = Rows(of["background"]).Rows,
                Radius = OptionalDouble(of["radius"]),
                Bandwidth = OptionalDouble(of["bandwidth"]),
                Components = OptionalWhole(of["components"]),
                Kernel = of["kernel"].Word<DensityKernel>(),
                HoldConstantFeatures = of["holdConstantFeatures"].Flag(),
            },
            _ when of.Is(nameof(MediaNeighborhood<>)) => new MediaNeighborhood<T>
            {
                Samples = of["samples"].Whole(),
                Table = Neighborhood(of["table"]),
                Text = PartRestorer.Text(of["text"]),
                Image = PartRestorer.Image(of["image"]),
            },
            _ => throw PartRestorer.Unknown("The neighborhood", of),
        };
    }

    private WeightedRows<T> Rows(JsonPart part) => backgrounds.Of(part);

    private IModel<T> Model(string method) =>
        model ?? throw new InvalidOptionException($"{method} is fitted to a model, which JSON does not have; give the model to Restore, and it is fitted again.");

    private static int Seed(Description of) => of["seed"].Whole(int.MinValue);

    private static LinkFunction? OptionalLink(Description of) => of["link"] is { IsNull: false } link ? link.Word<LinkFunction>() : null;

    private static double? OptionalDouble(JsonPart part) => part.IsNull ? null : part.Double();

    private static int? OptionalWhole(JsonPart part) => part.IsNull ? null : part.Whole();
}
