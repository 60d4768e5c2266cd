using TypedExplain.Media;
using TypedExplain.Tests.Media;

namespace TypedExplain.Tests.Images;

/// <summary>Dividing a large image ends when it is asked to, also in the middle of an explanation.</summary>
public class SegmentationCancellationTests
{
    public static TheoryData<ISegmentation> Slow =>
    [
        new QuickshiftSegmentation(), new QuickshiftSegmentation { KernelSize = 100 }, new SlicSegmentation { MaxSteps = 1000, Compactness = 1e-6 },
    ];

    [Theory]
    [MemberData(nameof(Slow))]
    public void Whoever_ends_it_does_not_get_the_segments(ISegmentation segmentation)
    {
        // Noise that no step settles: without an end each takes many seconds.
        ImageShape shape = new(2048, 2048, 3);
        float[] image = new float[shape.Length];
        Random noise = new(7);
        for (int i = 0; i < image.Length; i++)
            image[i] = noise.NextSingle();
        using CancellationTokenSource end = new(TimeSpan.FromMilliseconds(20));

        Assert.ThrowsAny<OperationCanceledException>(() => segmentation.Segment(image, shape, end.Token));
    }

    [Fact]
    public void One_line_of_many_pixels_is_divided_among_threads_too()
    {
        ImageShape line = new(1, 5000, 1), column = new(5000, 1, 1);
        float[] image = MadeImages.Square(line, noise: 0.5);

        Assert.Equal(new QuickshiftSegmentation().Segment(image, column).Labels.AsEnumerable(), new QuickshiftSegmentation().Segment(image, line).Labels);
    }

    [Fact]
    public void All_of_them_end_before_they_begin() =>
        Assert.All(new ISegmentation[] { new QuickshiftSegmentation(), new SlicSegmentation(), new GridSegmentation() }, segmentation =>
            Assert.ThrowsAny<OperationCanceledException>(() => segmentation.Segment(new float[16], new(4, 4, 1), new CancellationToken(canceled: true))));

    [Fact]
    public void The_token_of_an_explanation_reaches_the_segmentation()
    {
        using CancellationTokenSource end = new();
        Asked asked = new(end);
        Lime<Photo> lime = new() { Neighborhood = new MediaNeighborhood<Photo> { Samples = 10, Image = new MaskedImage { Segmentation = asked } } };

        Assert.ThrowsAny<OperationCanceledException>(() => lime.Explain(Model.From<Photo>(photo => throw new InvalidOperationException("Nobody should ask.")), new Photo(new float[16]), end.Token));
    }

    /// <summary>Somebody ends the work while it divides.</summary>
    private sealed record Asked(CancellationTokenSource End) : ISegmentation
    {
        public SegmentMap Segment(ReadOnlySpan<float> image, ImageShape shape, CancellationToken cancellation = default)
        {
            End.Cancel();
            cancellation.ThrowIfCancellationRequested();
            return new GridSegmentation().Segment(image, shape, CancellationToken.None);
        }
    }
}
