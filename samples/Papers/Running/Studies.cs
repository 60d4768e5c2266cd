namespace Papers;

/// <summary>All studies, in the order in which "all" runs them.</summary>
public static class Studies
{
    public static IReadOnlyList<IStudy> All { get; } = [.. LinexStudies.All, .. ExpoStudies.All];

    /// <summary>Those whose name is the words joined by hyphens, or goes on after them: expo uci names all of expo-uci-….</summary>
    public static IReadOnlyList<IStudy> Named(params IEnumerable<string> words)
    {
        string name = string.Join('-', words);
        return [.. All.Where(study => study.Name == name || study.Name.StartsWith(name + "-", StringComparison.Ordinal))];
    }

    /// <summary>Whether a study's name is a command of its own, hyphens and all.</summary>
    public static bool IsOneWord(string name) => name is "linex-ablations" or "linex-figures" or "linex-times";
}
