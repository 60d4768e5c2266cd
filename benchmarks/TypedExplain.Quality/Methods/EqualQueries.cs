namespace TypedExplain.Quality.Methods;

/// <summary>KernelSHAP at the queries of the others.</summary>
public static class EqualQueries
{
    // Below so many features all coalitions are fewer than the queries.
    private const int Few = 8, RowsPerCoalition = 100;

    /// <summary>Coalitions, at least two per feature, times rows of the background.</summary>
    public static KernelShap<T> Shap<T>(Dataset<T> background, int queries, int seed)
        where T : IFeatureRecord<T>
    {
        int features = T.Schema.Features.Length;
        int coalitions = features < Few ? (1 << features) - 2 : Math.Max(2 * features, queries / RowsPerCoalition);
        return new() { Link = LinkFunction.Identity, Background = SomeRows.Of(background, Math.Max(1, queries / coalitions), seed), Samples = coalitions, Seed = seed };
    }
}
