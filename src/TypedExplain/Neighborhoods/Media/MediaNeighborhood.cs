using TypedExplain.Errors;
using TypedExplain.Generated;
using TypedExplain.Neighborhoods.Media;

namespace TypedExplain.Media;

/// <summary>
/// Neighbors of a record with texts or images: its table, its texts and its images are drawn together, independently of
/// each other, and attributed in one fit. The weight of a neighbor is the product of those of its table and of each text
/// and image.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record MediaNeighborhood<T> : IMediaNeighborhood<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    [OptionRange(AtLeast = 2)]
    public int Samples { get; init; } = 1000;

    /// <summary>How the features of the table are drawn; its own <c>Samples</c> are not looked at. The default draws by the stated ranges.</summary>
    public INeighborhood<T> Table { get; init; } = new GaussianNeighborhood<T>();

    /// <summary>How texts are drawn.</summary>
    public ITextNeighborhood Text { get; init; } = new MaskedText();

    /// <summary>How images are drawn.</summary>
    public IImageNeighborhood Image { get; init; } = new MaskedImage();

    Description IDescribed.Describe() => Description.OfLibrary(nameof(MediaNeighborhood<>))
        .With("samples", Samples)
        .With("table", Table)
        .With("text", Text)
        .With("image", Image);

    /// <inheritdoc/>
    public FeatureStatistics<T> Statistics => Table.Given(nameof(Table), "a media neighborhood").Statistics;

    /// <inheritdoc/>
    public bool IsPaired => T.Schema.Features.Length > 0 && Table.Given(nameof(Table), "a media neighborhood").IsPaired;

    /// <inheritdoc/>
    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
    {
        if (instance.Length > 0)
            Table.Given(nameof(Table), "a media neighborhood").Sample(instance, stream, neighbors);
    }

    MediaNeighbors[]? IMediaNeighborhood<T>.Around(MediaValues media, RandomStream stream, CancellationToken cancellation)
    {
        if (Table is IMediaNeighborhood<T> or IWeightedNeighborhood<T>)
            throw new InvalidOptionException($"Table of a media neighborhood is {Table}; it must be a neighborhood of only the table, which the Kernel weighs, such as a GaussianNeighborhood.");
        return [.. T.Schema.Media.Select(Of)];

        MediaNeighbors Of(MediaFeature<T> feature) => feature.Shape is { } shape
            ? Image.Given(nameof(Image), "a media neighborhood").Around(media.Image(feature.Index), shape, stream.For(feature.Index), cancellation)
            : Text.Given(nameof(Text), "a media neighborhood").Around(media.Text(feature.Index), stream.For(feature.Index), cancellation);
    }
}
