using TypedExplain.Numerics;

namespace TypedExplain.Explanations;

/// <summary>The order in which features are shown.</summary>
internal static class RankedFeatures
{
    /// <summary>
    /// Features by the magnitude of a number, the largest first; of equals the first in the schema leads. Protected
    /// features are left out.
    /// </summary>
    public static IEnumerable<Feature<T>> By<T>(FeatureVector<T> importance)
        where T : IFeatureRecord<T> => OfAll(importance).Where(feature => !feature.IsProtected);

    /// <summary>The same with those that are protected.</summary>
    public static IEnumerable<Feature<T>> OfAll<T>(FeatureVector<T> importance)
        where T : IFeatureRecord<T>
    {
        int[] order = [.. Enumerable.Range(0, T.Schema.Features.Length)];
        double[] magnitude = [.. order.Select(index => Math.Abs(importance[index]))];
        Ranking.Descending(magnitude, order);
        return order.Select(index => T.Schema.Features[index]);
    }
}
