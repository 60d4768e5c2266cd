using Papers.Expo;

namespace Papers;

/// <summary>The studies of the ExpO paper.</summary>
public static class ExpoStudies
{
    public static IReadOnlyList<IStudy> All { get; } =
    [
        .. UciSet.All.Select(set => new UciStudy(set)),
        new CancerStudy(),
        new Support2Study(),
        new MnistStudy(),
        new AgentStudy(),
        new FidelityFigures(),
        new ConventionStudy(),
        new ExampleStudy(),
    ];
}
