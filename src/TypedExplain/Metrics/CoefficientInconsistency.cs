using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>CI: the mean over rows and their neighbors of the distance |c_x − c_x'| between their effects in own units.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record CoefficientInconsistency<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <summary>
    /// Whether the distance is the sum over features (the paper's formula) rather than their mean, which is what its
    /// tables hold and the default.
    /// </summary>
    public bool SumOverFeatures { get; init; }

    /// <inheritdoc/>
    public string Name => "Coefficient inconsistency";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.LowerIsBetter;

    /// <inheritdoc/>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Score.Of(
            Name,
            MetricFormulas.CoefficientInconsistency(rows.Data.Count, rows.Neighbors, rows.Effects, SumOverFeatures, cancellation),
            "rows",
            Direction,
            $"{(SumOverFeatures ? "sum" : "mean")} over features of the difference of effects in own units{rows.Scale}, {rows.NeighborCount} nearest rows");
    }
}
