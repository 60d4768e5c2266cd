namespace Papers;

/// <summary>The studies of the ExpO paper.</summary>
public static class ExpoStudies
{
    public static IReadOnlyList<IStudy> All { get; } = [];
}
