using Microsoft.CodeAnalysis;
using TypedExplain.Analyzers.Origins;

namespace TypedExplain.Analyzers.Options;

/// <summary>What is certain of an explainer from how it is made. A test holds the defaults to those of the running program.</summary>
internal sealed class ExplainerFacts(Library library, CancellationToken cancellation)
{
    /// <summary>The MaxQueries of a certifier that states none.</summary>
    public const int UsualQueries = 20_000;

    /// <summary>The Samples of neighborhoods that state none.</summary>
    public static readonly (string Neighborhood, int Samples)[] UsualSamples =
    [
        ("GaussianNeighborhood`1", 1000),
        ("BinnedNeighborhood`1", 1000),
        ("MediaNeighborhood`1", 1000),
        ("KdeNeighborhood`1", 501),
    ];

    /// <summary>How many samples one neighborhood of an explainer has; null where that is not known.</summary>
    public double? SamplesOf(IOperation explainer)
    {
        if (Made.Of(explainer, cancellation) is not { } made || !library.Owns(made.Type) || made.Setting("Partition") is not null)
            return null;
        if (made.Setting("Neighborhood") is not { } given)
            return UsualSamples[0].Samples;
        if (Made.Of(given, cancellation) is not { } neighborhood)
            return null;
        (_, int usual) = UsualSamples.FirstOrDefault(row => neighborhood.Type.Is(library.Type(row.Neighborhood)));
        return usual == 0 ? null : neighborhood.Number("Samples", usual);
    }

    /// <summary>The explainer's type as a message shows it, where that type has no environments; else null.</summary>
    public string? WithoutEnvironments(IOperation explainer) =>
        TypeOf(explainer) is { IsSealed: true } type && library.Owns(type) && !type.AndBases().Any(at => at.Is(library.Type("EnvironmentExplainer`1"))) ? type.Shown() : null;

    /// <summary>Whether an explainer is known to give no standard errors.</summary>
    public bool LacksErrors(IOperation explainer) => Made.Of(explainer, cancellation) is { } made && library.Owns(made.Type)
        && made.Setting("StandardErrors") is null or { ConstantValue: { HasValue: true, Value: false } };

    private INamedTypeSymbol? TypeOf(IOperation explainer) => Origin.Of(explainer, cancellation).Type as INamedTypeSymbol;
}
