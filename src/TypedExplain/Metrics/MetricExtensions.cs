namespace TypedExplain;

/// <summary>Taking a metric of an explainer.</summary>
public static class MetricExtensions
{
    /// <summary>Explains every row and takes the metric. To take several, explain once with <see cref="ExplainedRows{T}.Of"/>.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metric">The metric.</param>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">A model with one output.</param>
    /// <param name="data">The rows.</param>
    /// <param name="neighbors">q, how many nearest rows count as the neighbors of a row.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static Score Evaluate<T>(this IMetric<T> metric, IExplainer<T> explainer, IModel<T> model, Dataset<T> data, [OptionRange(AtLeast = 1)] int neighbors = 3, CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Evaluate(ExplainedRows<T>.Of(explainer, model, data, neighbors, cancellation), cancellation);
    }
}
