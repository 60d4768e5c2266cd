using TypedExplain.Errors;

namespace TypedExplain.Reports.Pictures.Curves;

/// <summary>What curves of one picture are called, so that each can be told from all others.</summary>
internal static class CurveNames
{
    /// <summary>The names: what each curve is, or what the caller calls it, with both where the curves are of different kinds.</summary>
    /// <exception cref="InvalidOptionException">There are not as many names as curves, one is empty, or two curves would have the same.</exception>
    public static string[] Of<T>(IReadOnlyList<FeatureCurve<T>> curves, IReadOnlyList<string>? names)
        where T : IFeatureRecord<T>
    {
        string[] kinds = [.. curves.Select(CurveData.Kind)];
        if (names is not null && names.Count != curves.Count)
            throw new InvalidOptionException($"names of a picture of curves has {names.Count} and there are {curves.Count} {Noun.Of(curves.Count, "curve")}; give one for each.");
        if (names?.Any(string.IsNullOrWhiteSpace) == true)
            throw new InvalidOptionException("A name of a curve is null or empty; a reader could not tell what it is.");
        bool isMixed = kinds.Distinct().Count() > 1;
        string[] told = names is null ? kinds : [.. names.Select((name, i) => isMixed && name != kinds[i] ? $"{name}, {kinds[i]}" : name)];
        if (told.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { Key: { } twice })
            throw new InvalidOptionException($"{told.Count(name => name == twice)} curves of {curves[0].Output} by {T.Schema.Name}.{curves[0].Feature.Name} are called \"{twice}\", and a reader could not tell them apart; give each a name of its own, such as that of its model or instance.");
        return told;
    }
}
