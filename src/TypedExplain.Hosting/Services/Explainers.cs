using TypedExplain.Decisions;
using TypedExplain.Models;

namespace TypedExplain.Hosting.Services;

/// <summary>What a service explains by, made of its options once.</summary>
internal sealed class Explainers<T>
    where T : IFeatureRecord<T>
{
    private readonly string _place;

    public Explainers(ExplanationServiceOptions options, IModelInfo<T> model, Dataset<T>? background, string place)
    {
        (Options, _place) = (options, place);
        Certifier = new() { Explainer = Linear(options, background), Standard = options.Standard.Made(), MaxQueries = options.MaxQueries };
        Shap = Contributing(options.Contributions, model, background);
        if (options.Decision is not { } decision)
            return;
        Recourse = new()
        {
            Wanted = answer => decision.Favorable == FavorableOutcome.High ? answer >= decision.Cutoff : answer <= decision.Cutoff,
            Alternatives = decision.Alternatives,
            MaxQueries = decision.MaxQueries,
        };
        if (background is not null)
        {
            Reasons = new()
            {
                Reference = decision.Band is { } band ? Reference.AtCutoff(background, decision.Cutoff, band) : Reference.AllApplicants<T>(background),
                Cutoff = decision.Band is null ? decision.Cutoff : null,
                Favorable = decision.Favorable,
                MaxReasons = decision.MaxReasons,
                Seed = options.Seed,
            };
        }
    }

    public ExplanationServiceOptions Options { get; }

    public Certifier<T> Certifier { get; }

    /// <summary>Divides an answer; null where the method needs a background and there is none.</summary>
    public IShapExplainer<T>? Shap { get; }

    public PrincipalReasons<T>? Reasons { get; }

    public Recourse<T>? Recourse { get; }

    public IShapExplainer<T> RequiredShap() => Shap
        ?? throw new InvalidOptionException($"{_place} explains by KernelSHAP, which needs reference rows; register them with AddBackground<{T.Schema.Name}>.");

    public PrincipalReasons<T> RequiredReasons() =>
        Options.Decision is null ? throw NoDecision()
        : Reasons ?? throw new InvalidOptionException($"Reasons compare an instance with reference rows; register them with AddBackground<{T.Schema.Name}>.");

    public Recourse<T> RequiredRecourse() => Recourse ?? throw NoDecision();

    private static LinearExplainer<T> Linear(ExplanationServiceOptions options, Dataset<T>? background)
    {
        LinearExplainer<T> method = options.Method switch
        {
            ExplanationMethod.Lime => new Lime<T>(),
            ExplanationMethod.SmoothedLime => new SmoothedLime<T>(),
            _ => new Linex<T>(),
        };
        if (method is EnvironmentExplainer<T> among && options.Environments is { } environments)
            method = among with { Environments = environments };
        if (method.Neighborhood is not GaussianNeighborhood<T> plain)
            return method with { Seed = options.Seed };
        return method with
        {
            Seed = options.Seed,
            Neighborhood = plain with { Background = background, Samples = options.Samples ?? plain.Samples, Radius = options.Radius ?? plain.Radius },
        };
    }

    private static IShapExplainer<T>? Contributing(ContributionOptions options, IModelInfo<T> model, Dataset<T>? background)
    {
        bool byTrees = options.Method == ContributionMethod.TreeShap || (options.Method == ContributionMethod.Automatic && IsForest(model));
        if (byTrees)
            return new TreeShap<T>();
        return background is null ? null : new KernelShap<T> { Background = background, Samples = options.Samples };
    }

    /// <summary>Whether a model is a forest, or one around a forest.</summary>
    public static bool IsForest(IModelInfo<T> model)
    {
        while (model is IWrappingModel<T> wrapping)
            model = wrapping.Inner;
        return model is Forest<T>;
    }

    private InvalidOptionException NoDecision() => new($"{_place} has no Decision, so there is none to state reasons for or to change; give it at least Decision:Cutoff.");
}
