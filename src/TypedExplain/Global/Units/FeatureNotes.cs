namespace TypedExplain.Global.Units;

/// <summary>What the annotations of a record say against changing a feature by itself.</summary>
internal static class FeatureNotes
{
    /// <summary>Sentences about the features that are changed, each by itself or together.</summary>
    public static IEnumerable<string> Of<T>(IReadOnlyCollection<Feature<T>> together)
        where T : IFeatureRecord<T>
    {
        foreach (Feature<T> feature in T.Schema.Features)
        {
            foreach (FeatureLink link in feature.MovesWith)
            {
                Feature<T> source = T.Schema.Features[link.Source];
                if (together.Contains(feature) != together.Contains(source))
                    yield return $"{feature.Name} moves with {source.Name}, and only one of them is changed: some rows may not occur";
            }

            if (feature.Within is { } within && together.Contains(feature) != together.Contains(T.Schema.Features[within]))
                yield return $"{feature.Name} is never above {T.Schema.Features[within].Name}, and only one of them is changed: some rows may not occur";
        }
    }
}
