using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Methods;

/// <summary>A row of the tables.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Make">The explainer of a set that asks so many queries, with a seed.</param>
/// <typeparam name="T">The record.</typeparam>
public sealed record Method<T>(string Name, Func<QualitySet<T>, int, int, IExplainer<T>> Make)
    where T : IFeatureRecord<T>
{
    /// <summary>What is compared with at many queries, where it is not the method itself: variants of one method have one limit.</summary>
    public Method<T>? Limit { get; init; }
}
