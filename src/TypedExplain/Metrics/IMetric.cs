namespace TypedExplain;

/// <summary>A number that says how good explanations are, over many rows.</summary>
/// <typeparam name="T">The record.</typeparam>
public interface IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The name of the metric.</summary>
    string Name { get; }

    /// <summary>Which way is better.</summary>
    MetricDirection Direction { get; }

    /// <summary>Takes the metric of explained rows.</summary>
    /// <param name="rows">The rows with their explanations.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default);
}
