using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>INFD: the mean over rows of |f(x) − e_x(x)|, the surrogate's error at the instance itself.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record Infidelity<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public string Name => "Infidelity";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.LowerIsBetter;

    /// <inheritdoc/>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Score.Of(
            Name,
            MetricFormulas.Infidelity(rows.Data.Count, row => rows.Explanations[row].Prediction, rows.Surrogate, cancellation),
            "rows",
            Direction,
            "absolute error of the surrogate at its own instance");
    }
}
