using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>
/// S of ExpO, as its paper defines it: the mean over rows and fresh perturbations x' of each of ‖c_x' − c_x‖², where every
/// perturbation is explained again by the explainer of its row. What the paper publishes of LIME is not this but
/// <see cref="ResamplingStability{T}"/>.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record Stability<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Where the perturbations of a row come from: one less than its <c>Samples</c>; the paper's are 5 with <c>Radius = 0.1</c>.</summary>
    public required INeighborhood<T> Neighborhood { get; init; }

    /// <summary>Whether the surrogate's constant counts as a coefficient, as in the paper.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>The seed of the perturbations.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Name => "Stability";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.LowerIsBetter;

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">The rows do not know their model, or the neighborhood draws nothing.</exception>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        IModel<T> model = rows.ModelFor(Name);
        FreshRows<T> fresh = new(rows.Data, Neighborhood, Seed, cancellation);
        double[][] others = ExplainManyExtensions.Each(
            [.. Enumerable.Range(0, fresh.Encoded.Count)],
            at => Coefficients.Of(rows.Explanations[at / fresh.PerRow].Explainer.Explain(model, fresh.Encoded.Record(at), cancellation), Intercept),
            cancellation: cancellation);
        return Score.Of(
            Name,
            ExpoFormulas.Stability(
                rows.Data.Count,
                fresh.PerRow,
                row => Coefficients.Of(rows.Explanations[row], Intercept),
                (row, i) => others[(row * fresh.PerRow) + i],
                cancellation),
            "rows",
            Direction,
            $"{Coefficients.InWords(Intercept, rows)}, {fresh.PerRow} fresh perturbations of a row explained again");
    }
}
