using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>
/// NF of ExpO: the mean over rows and fresh perturbations x' of each of (e_x(x') − f(x'))², the squared error of the
/// surrogate around its instance. The perturbations are none that an explanation was fitted to.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record NeighborhoodFidelity<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <summary>
    /// Where the perturbations of a row come from: one less than its <c>Samples</c>. The paper's are 5 of normal noise with
    /// 0.1 standard deviations: <c>new GaussianNeighborhood { Background = data, Samples = 6, Radius = 0.1 }</c>.
    /// </summary>
    public required INeighborhood<T> Neighborhood { get; init; }

    /// <summary>The seed of the perturbations.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Name => "Neighborhood fidelity";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.LowerIsBetter;

    /// <inheritdoc/>
    /// <remarks>It asks the model about all perturbations in one batch.</remarks>
    /// <exception cref="InvalidOptionException">The rows do not know their model, or the neighborhood draws nothing.</exception>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        IModel<T> model = rows.ModelFor(Name);
        FreshRows<T> fresh = new(rows.Data, Neighborhood, Seed, cancellation);
        double[] answers = new double[fresh.Encoded.Count];
        model.ScoreOne(fresh.Encoded, answers, cancellation);
        return Score.Of(
            Name,
            ExpoFormulas.NeighborhoodFidelity(
                rows.Data.Count,
                fresh.PerRow,
                (row, i) => answers[(row * fresh.PerRow) + i],
                (row, i) => rows.Explanations[row].Predict(fresh[row, i]),
                cancellation),
            "rows",
            Direction,
            $"squared error of the surrogate at {fresh.PerRow} fresh perturbations of its row");
    }
}
