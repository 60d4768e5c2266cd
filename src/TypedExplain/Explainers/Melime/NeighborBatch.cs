using TypedExplain.Generated;
using TypedExplain.Media;
using TypedExplain.Neighborhoods.Media;

namespace TypedExplain.Explainers.Melime;

/// <summary>One batch of a neighborhood, with random numbers of its own.</summary>
internal class NeighborBatch<T> : IMediaNeighborhood<T>
    where T : IFeatureRecord<T>
{
    private readonly INeighborhood<T> _inner;
    private readonly int _batch;

    private NeighborBatch(INeighborhood<T> inner, int batch) => (_inner, _batch) = (inner, batch);

    public int Samples => _inner.Samples;

    public FeatureStatistics<T> Statistics => _inner.Statistics;

    public bool IsPaired => _inner.IsPaired;

    /// <summary>A batch; it weighs its samples where the neighborhood does.</summary>
    public static NeighborBatch<T> Of(INeighborhood<T> inner, int batch) =>
        inner is IWeightedNeighborhood<T> weighted ? new Weighted(weighted, batch) : new NeighborBatch<T>(inner, batch);

    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => _inner.Sample(instance, stream.For(_batch), neighbors);

    public MediaNeighbors[]? Around(MediaValues media, RandomStream stream, CancellationToken cancellation) => (_inner as IMediaNeighborhood<T>)?.Around(media, stream.For(_batch), cancellation);

    private sealed class Weighted : NeighborBatch<T>, IWeightedNeighborhood<T>
    {
        private readonly IWeightedNeighborhood<T> _weighted;

        public Weighted(IWeightedNeighborhood<T> inner, int batch)
            : base(inner, batch) => _weighted = inner;

        public void Weigh(ReadOnlySpan<double> instance, RandomStream stream, Span<double> weights) =>
            _weighted.Weigh(instance, stream.For(_batch), weights);
    }
}
