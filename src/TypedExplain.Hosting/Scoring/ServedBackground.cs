namespace TypedExplain.Hosting.Scoring;

/// <summary>The reference rows of a service.</summary>
/// <param name="Rows">The rows.</param>
internal sealed record ServedBackground<T>(Dataset<T> Rows)
    where T : IFeatureRecord<T>;
