using TypedExplain.Generated;
using TypedExplain.Media;

namespace TypedExplain.Neighborhoods.Media;

/// <summary>A neighborhood that draws the texts and images of a record too.</summary>
/// <typeparam name="T">The record.</typeparam>
internal interface IMediaNeighborhood<T> : INeighborhood<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Makes ready to draw the texts and images around an instance; null where they stay as they are.</summary>
    /// <param name="media">The instance's own.</param>
    /// <param name="stream">Random numbers of this instance only.</param>
    /// <param name="cancellation">Ends the work early.</param>
    MediaNeighbors[]? Around(MediaValues media, RandomStream stream, CancellationToken cancellation);
}
