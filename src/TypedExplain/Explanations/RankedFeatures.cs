using TypedExplain.Numerics;

namespace TypedExplain.Explanations;

/// <summary>The order in which features are shown.</summary>
internal static class RankedFeatures
{
    /// <summary>Features by the magnitude of a number, the largest first; of equals the first in the schema leads.</summary>
    public static IEnumerable<Feature<T>> By<T>(FeatureVector<T> importance)
        where T : IFeatureRecord<T>
    {
        int[] order = [.. Enumerable.Range(0, T.Schema.Features.Length)];
        double[] magnitude = [.. order.Select(index => Math.Abs(importance[index]))];
        Ranking.Descending(magnitude, order);
        return order.Select(index => T.Schema.Features[index]);
    }

    /// <summary>The same with a number for each; not a number in the place of one that is withheld.</summary>
    public static IEnumerable<(Feature<T> Feature, double Number)> With<T>(FeatureVector<T> importance, FeatureVector<T> numbers, ProtectedValues protectedValues)
        where T : IFeatureRecord<T> => protectedValues is ProtectedValues.Kept or ProtectedValues.Withheld
            ? By(importance).Select(feature => (feature, feature.IsProtected && protectedValues == ProtectedValues.Withheld ? double.NaN : numbers[feature]))
            : throw new InvalidOptionException($"protectedValues is {(int)protectedValues}; it must be Kept or Withheld.");
}
