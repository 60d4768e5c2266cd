using TypedExplain.Training.Regularizers;

namespace TypedExplain.Training;

/// <summary>L2: ½Σw² over the weights of the model, biases left alone.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record L2Regularizer<T> : IRegularizer<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public string Name => "L2";

    /// <inheritdoc/>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Weight { get; init; } = 0.1;

    /// <inheritdoc/>
    public RegularizerScale Scale { get; init; }

    /// <inheritdoc/>
    public int RowsPerPoint => 0;

    /// <inheritdoc/>
    public void Sample(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, RandomStream stream, Span<double> rows)
    {
    }

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, ReadOnlySpan<double> rows, ReadOnlySpan<double> predictions, Span<double> gradient) => 0;

    /// <inheritdoc/>
    public double Penalty(ReadOnlySpan<double> weights, Span<double> gradient) => WeightPenalty.L2(weights, gradient);
}
