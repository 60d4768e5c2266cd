using TypedExplain.Neighborhoods;
using TypedExplain.Training.Regularizers;

namespace TypedExplain.Training.Frontiers;

/// <summary>Rows as regularizers draw them, near enough to be held against an explanation: numbers move, flags and categories stay.</summary>
internal sealed class NearRows<T>(FeatureStatistics<T> statistics, int samples, double radius) : INeighborhood<T>
    where T : IFeatureRecord<T>
{
    public int Samples => samples;

    public FeatureStatistics<T> Statistics => statistics;

    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
    {
        foreach (Feature<T> feature in T.Schema.Features.Where(feature => feature.IsNumeric))
            Spreads.Check("Radius", radius, feature, radius * statistics.Deviation[feature]);
        TrainingNeighbors.Sample(instance, statistics, radius, isRelaxed: false, null, stream, neighbors);
    }
}
