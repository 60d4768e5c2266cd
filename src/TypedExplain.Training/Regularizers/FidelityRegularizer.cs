using TypedExplain.Numerics;
using TypedExplain.Training.Regularizers;

namespace TypedExplain.Training;

/// <summary>
/// FIDELITY (Plumb et al., 2020): the mean squared error of the best linear fit to the model around a point, over all
/// features that move at once. It is small where local linear explanations are right.
/// </summary>
/// <remarks>The usual number of samples is the larger of 20 and twice the coordinates that move.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed record FidelityRegularizer<T> : NeighborhoodRegularizer<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public override string Name => "FIDELITY";

    internal override bool IsFit => true;

    private protected override int UsualSamples => Math.Max(20, 2 * Moving);

    private int Moving => TrainingNeighbors.Coordinates<T>(IsRelaxed);

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">The radius is not above 0, or there are so few samples that any fit is exact.</exception>
    public override void Sample(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, RandomStream stream, Span<double> rows)
    {
        int moving = Moving;
        if (!HasSamples(moving + 2))
            throw TooFewSamples(moving + 2, $"a linear fit of {moving} coordinates and a constant is exact with fewer");
        TrainingNeighbors.Sample(point, statistics, Radius, IsRelaxed, null, stream, rows);
    }

    /// <inheritdoc/>
    public override double Loss(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, ReadOnlySpan<double> rows, ReadOnlySpan<double> predictions, Span<double> gradient)
    {
        int samples = rows.Length / point.Length;
        using Pooled coordinates = new(rows.Length);
        int moving = TrainingNeighbors.Coordinates(point, statistics, rows, coordinates.Span);
        return PointLosses.Fidelity(coordinates.Span[..(moving * samples)], predictions, samples, gradient);
    }
}
