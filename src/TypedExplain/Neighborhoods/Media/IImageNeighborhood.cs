namespace TypedExplain.Media;

/// <summary>Where the neighbors of an image come from. A value: implementations are immutable and safe to share between threads.</summary>
public interface IImageNeighborhood : IDescribed
{
    /// <summary>Makes ready to draw around an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="stream">Random numbers of this instance only.</param>
    /// <param name="cancellation">Ends the work early.</param>
    ImageNeighbors Around(ReadOnlyMemory<float> image, ImageShape shape, RandomStream stream, CancellationToken cancellation = default);
}
