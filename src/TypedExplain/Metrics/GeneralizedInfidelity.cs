using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>GI: the mean over rows and their neighbors x' of |f(x) − e_x'(x)|, a neighbor's surrogate asked about the row.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record GeneralizedInfidelity<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public string Name => "Generalized infidelity";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.LowerIsBetter;

    /// <inheritdoc/>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Score.Of(
            Name,
            MetricFormulas.GeneralizedInfidelity(rows.Data.Count, rows.Neighbors, row => rows.Explanations[row].Prediction, rows.Surrogate, cancellation),
            "rows",
            Direction,
            $"absolute error at a row of the surrogates of its {rows.NeighborCount} nearest rows");
    }
}
