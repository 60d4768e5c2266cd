using TypedExplain.Numerics;
using TypedExplain.Training.Regularizers;

namespace TypedExplain.Training;

/// <summary>
/// 1D-FIDELITY (Plumb et al., 2020): as <see cref="FidelityRegularizer{T}"/>, but a single feature, drawn anew for every
/// point and step, moves and is fitted. It is cheaper, and does not see features act together.
/// </summary>
/// <remarks>The usual number of samples is 20.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed record OneFeatureFidelityRegularizer<T> : NeighborhoodRegularizer<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public override string Name => "1D-FIDELITY";

    internal override bool IsFit => true;

    private protected override int UsualSamples => 20;

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">The radius is not above 0, or there are so few samples that any fit is exact.</exception>
    public override void Sample(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, RandomStream stream, Span<double> rows)
    {
        int widest = IsRelaxed ? T.Schema.Features.Max(feature => TrainingNeighbors.Moves(feature, IsRelaxed) ? feature.ColumnCount : 1) : 1;
        if (!HasSamples(widest + 2))
            throw TooFewSamples(widest + 2, $"a linear fit of {(widest == 1 ? "one feature" : $"a feature of {widest} columns")} and a constant is exact with fewer");
        TrainingNeighbors.Sample(point, statistics, Radius, IsRelaxed, Choose(point, stream), stream, rows);
    }

    /// <inheritdoc/>
    public override double Loss(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, ReadOnlySpan<double> rows, ReadOnlySpan<double> predictions, Span<double> gradient)
    {
        int samples = rows.Length / point.Length;
        using Pooled coordinates = new(rows.Length);
        int moving = TrainingNeighbors.Coordinates(point, statistics, rows, coordinates.Span);
        return PointLosses.Fidelity(coordinates.Span[..(moving * samples)], predictions, samples, gradient);
    }

    /// <summary>One of the features that can move from the point, each as likely; null where none can.</summary>
    private Feature<T>? Choose(ReadOnlySpan<double> point, RandomStream stream)
    {
        int count = 0;
        foreach (Feature<T> feature in T.Schema.Features)
            count += TrainingNeighbors.Moves(feature, IsRelaxed) && feature.IsPresent(point) ? 1 : 0;
        if (count == 0)
            return null;
        int left = stream.Choose(0, count);
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (TrainingNeighbors.Moves(feature, IsRelaxed) && feature.IsPresent(point) && left-- == 0)
                return feature;
        }

        return null;
    }
}
