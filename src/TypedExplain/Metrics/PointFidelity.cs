using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>PF of ExpO: the mean over rows of (e_x(x) − f(x))², the surrogate's squared error at the instance itself.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record PointFidelity<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public string Name => "Point fidelity";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.LowerIsBetter;

    /// <inheritdoc/>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Score.Of(
            Name,
            ExpoFormulas.PointFidelity(rows.Data.Count, row => rows.Explanations[row].Prediction, row => rows.Surrogate(row, row), cancellation),
            "rows",
            Direction,
            "squared error of the surrogate at its own instance");
    }
}
