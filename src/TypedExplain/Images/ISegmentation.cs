namespace TypedExplain.Media;

/// <summary>Divides images into segments that are shown and hidden together. A value: the same image gives the same segments.</summary>
public interface ISegmentation : IDescribed
{
    /// <summary>Divides an image.</summary>
    /// <param name="image">Row after row, pixel after pixel, channel after channel; usually numbers from 0 to 1.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidDatasetException">The numbers are not an image of that shape, or not finite.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    SegmentMap Segment(ReadOnlySpan<float> image, ImageShape shape, CancellationToken cancellation = default);
}
