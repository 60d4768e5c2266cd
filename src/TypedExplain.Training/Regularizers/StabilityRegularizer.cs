using TypedExplain.Training.Regularizers;

namespace TypedExplain.Training;

/// <summary>
/// STABILITY (Plumb et al., 2020): the mean squared difference of the model's answers around a point and at the point. It
/// is small where the model changes little, and so do its gradients.
/// </summary>
/// <remarks>The usual number of samples is 1. The first row of a point is the point itself; its answer has a gradient too.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed record StabilityRegularizer<T> : NeighborhoodRegularizer<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public override string Name => "STABILITY";

    /// <inheritdoc/>
    public override int RowsPerPoint => 1 + base.RowsPerPoint;

    private protected override int UsualSamples => 1;

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">The radius is not above 0, or there is no sample.</exception>
    public override void Sample(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, RandomStream stream, Span<double> rows)
    {
        if (!HasSamples(1))
            throw TooFewSamples(1, "there is nothing to compare with otherwise");
        point.CopyTo(rows);
        TrainingNeighbors.Sample(point, statistics, Radius, IsRelaxed, null, stream, rows[point.Length..]);
    }

    /// <inheritdoc/>
    public override double Loss(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, ReadOnlySpan<double> rows, ReadOnlySpan<double> predictions, Span<double> gradient) =>
        PointLosses.Stability(predictions, predictions.Length / (rows.Length / point.Length), gradient);
}
