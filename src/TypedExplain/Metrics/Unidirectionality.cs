using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>
/// Υ: how often the effects of a row and its neighbors point the same way, (1/d) Σ_j |mean of sgn(c_j)|, as the mean
/// over rows: 1 where every feature keeps its direction.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record Unidirectionality<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How an effect of exactly 0 counts.</summary>
    public ZeroEffects Zeros { get; init; } = ZeroEffects.Positive;

    /// <inheritdoc/>
    public string Name => "Unidirectionality";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.HigherIsBetter;

    /// <inheritdoc/>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Score.Of(
            Name,
            MetricFormulas.Unidirectionality(rows.Data.Count, rows.Neighbors, rows.Effects, Zeros, withSelf: true, cancellation),
            "rows",
            Direction,
            $"{Zeros switch { ZeroEffects.Positive => "zero counts as positive", ZeroEffects.Nothing => "zero counts as 0", _ => "zeros are left out" }}, the row with its {rows.NeighborCount} nearest");
    }
}
