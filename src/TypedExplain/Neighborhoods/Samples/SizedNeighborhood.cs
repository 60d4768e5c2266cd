using TypedExplain.Generated;
using TypedExplain.Media;
using TypedExplain.Neighborhoods.Media;

namespace TypedExplain.Neighborhoods.Samples;

/// <summary>A neighborhood with another number of samples.</summary>
internal sealed record SizedNeighborhood<T>(INeighborhood<T> Inner, int Samples) : IMediaNeighborhood<T>
    where T : IFeatureRecord<T>
{
    /// <summary>That of the neighborhood, with its number of samples.</summary>
    Description IDescribed.Describe() => Inner.Describe().With("samples", Samples);

    public FeatureStatistics<T> Statistics => Inner.Statistics;

    public bool IsPaired => Inner.IsPaired;

    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => Inner.Sample(instance, stream, neighbors);

    public MediaNeighbors[]? Around(MediaValues media, RandomStream stream, CancellationToken cancellation) => (Inner as IMediaNeighborhood<T>)?.Around(media, stream, cancellation);
}
