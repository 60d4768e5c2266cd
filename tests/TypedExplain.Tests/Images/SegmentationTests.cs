using TypedExplain.Images;
using TypedExplain.Media;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Images;

public class SegmentationTests
{
    private static readonly ISegmentation[] s_all =
    [
        new GridSegmentation(),
        new GridSegmentation { Rows = 3, Columns = 5 },
        new SlicSegmentation { Segments = 20 },
        new QuickshiftSegmentation { KernelSize = 1, MaxDistance = 8 },
        new QuickshiftSegmentation(),
    ];

    public static TheoryData<ISegmentation> All => [.. s_all];

    [Theory]
    [MemberData(nameof(All))]
    public void SegmentsCoverTheImageAndAreTheSameAgain(ISegmentation segmentation)
    {
        foreach (int channels in new[] { 1, 2, 3, 4 })
        {
            foreach ((int height, int width) in new[] { (21, 17), (5, 40), (9, 7) })
            {
                ImageShape shape = new(height, width, channels);
                float[] image = MadeImages.Square(shape);
                SegmentMap map = segmentation.Segment(image, shape);
                Assert.Equal((height, width), (map.Height, map.Width));
                Assert.Equal(height * width, map.PixelCounts.Sum());
                Assert.Equal(map.Labels.AsEnumerable(), segmentation.Segment(image, shape).Labels);
            }
        }
    }

    [Fact]
    public void GridCells()
    {
        SegmentMap blocks = new GridSegmentation { BlockSize = 4 }.Segment(new float[6 * 9], new(6, 9, 1));
        Assert.Equal(6, blocks.Count);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, 2], blocks.Labels[..9].AsEnumerable());
        Assert.Equal((5, 2), (blocks[5, 8], blocks[3, 8]));
        Assert.Equal([16, 16, 4, 8, 8, 2], blocks.PixelCounts.AsEnumerable());
        SegmentMap parts = new GridSegmentation { Rows = 2, Columns = 4 }.Segment(new float[5 * 10], new(5, 10, 1));
        Assert.Equal(8, parts.Count);
        Assert.Equal([0, 0, 0, 1, 1, 2, 2, 2, 3, 3], parts.Labels[..10].AsEnumerable());
        Assert.Equal(49, new GridSegmentation().Segment(new float[784], new(28, 28, 1)).Count);
    }

    /// <summary>No segment has pixels of the square and of its ground.</summary>
    [Fact]
    public void EdgesAreFound()
    {
        foreach (int channels in new[] { 1, 3 })
        {
            ImageShape shape = new(32, 32, channels);
            float[] image = MadeImages.Square(shape);
            foreach (ISegmentation segmentation in new ISegmentation[] { new SlicSegmentation { Segments = 30 }, new QuickshiftSegmentation { KernelSize = 2, MaxDistance = 6 } })
            {
                SegmentMap map = segmentation.Segment(image, shape);
                Assert.InRange(map.Count, 2, 120);
                Assert.All(Enumerable.Range(0, map.Count), label => Assert.Single(Enumerable.Range(0, shape.Pixels).Where(pixel => map.Labels[pixel] == label).Select(pixel => MadeImages.IsInside(shape, pixel)).Distinct()));
            }
        }
    }

    [Fact]
    public void SlicSegmentsAreConnected()
    {
        ImageShape shape = new(40, 30, 3);
        SegmentMap map = new SlicSegmentation { Segments = 25, Compactness = 1 }.Segment(MadeImages.Square(shape, noise: 0.3), shape);
        int[] parts = ConnectedParts.Of([.. map.Labels], 40, 30, smallest: 0);
        Assert.Equal(map.Count, parts.Distinct().Count());
    }

    [Fact]
    public void SmallPartsJoinANeighbor()
    {
        int[] labels = [0, 0, 1, 0, 0, 2, 0, 0, 0];
        Assert.Equal([0, 0, 1, 0, 0, 2, 0, 0, 0], ConnectedParts.Of(labels, 3, 3, smallest: 1));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0], ConnectedParts.Of(labels, 3, 3, smallest: 2));
    }

    [Fact]
    public void AConstantImageIsOneSegmentOfQuickshift() =>
        Assert.Equal(1, new QuickshiftSegmentation().Segment([.. Enumerable.Repeat(0.4f, 20 * 30)], new(20, 30, 1)).Count);

    /// <summary>Against a twin with loops over pairs of pixels.</summary>
    [Fact]
    public void QuickshiftTwin()
    {
        ImageShape shape = new(13, 17, 3);
        float[] image = MadeImages.Square(shape, noise: 0.4);
        QuickshiftSegmentation quickshift = new() { KernelSize = 1.5, MaxDistance = 4, Ratio = 0.3 };
        double[] planes = ColorPlanes.Of(image, shape, out _);
        int n = shape.Pixels;
        double[] densities = new double[n];
        int[] parents = [.. Enumerable.Range(0, n)];
        for (int i = 0; i < n; i++)
            densities[i] = Enumerable.Range(0, n).Where(j => IsNear(i, j)).Sum(j => Math.Exp(-Squared(i, j) / (2 * 1.5 * 1.5)));
        for (int i = 0; i < n; i++)
        {
            double nearest = 4;
            foreach (int j in Enumerable.Range(0, n).Where(j => IsNear(i, j) && densities[j] > densities[i]))
            {
                if (Math.Sqrt(Squared(i, j)) < nearest)
                    (nearest, parents[i]) = (Math.Sqrt(Squared(i, j)), j);
            }
        }

        int Top(int pixel) => parents[pixel] == pixel ? pixel : Top(parents[pixel]);
        int[] tops = [.. Enumerable.Range(0, n).Select(Top)];
        Assert.Equal(SegmentMap.Renumbered(13, 17, tops).Labels.AsEnumerable(), quickshift.Segment(image, shape).Labels);

        bool IsNear(int i, int j) => Math.Abs((i / 17) - (j / 17)) <= 5 && Math.Abs((i % 17) - (j % 17)) <= 5;
        double Squared(int i, int j) => Math.Pow((i / 17) - (j / 17), 2) + Math.Pow((i % 17) - (j % 17), 2) + Enumerable.Range(0, 3).Sum(plane => Math.Pow(0.3 * (planes[(plane * n) + i] - planes[(plane * n) + j]), 2));
    }

    [Theory]
    [InlineData(1, 1, 1, 100, 0, 0)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(1, 0, 0, 53.24, 80.09, 67.20)]
    [InlineData(0, 0, 1, 32.30, 79.19, -107.86)]
    [InlineData(0.5, 0.5, 0.5, 53.39, 0, 0)]
    public void Lab(float red, float green, float blue, double l, double a, double b)
    {
        double[] planes = ColorPlanes.Of([red, green, blue], new(1, 1, 3), out int count);
        Assert.Equal(3, count);
        Assert.Equal(l, planes[0], 0.02);
        Assert.Equal(a, planes[1], 0.02);
        Assert.Equal(b, planes[2], 0.02);
        if (red == green && green == blue)
            Assert.Equal(l, ColorPlanes.Of([red], new(1, 1, 1), out _)[0], 0.02);
    }

    [Fact]
    public void TheBitsOfSegments()
    {
        ImageShape shape = new(32, 24, 3);
        float[] image = MadeImages.Square(shape, noise: 0.5);
        Snapshot.Matches(string.Join('\n', s_all.Select(segmentation => $"{segmentation}: {string.Join(' ', segmentation.Segment(image, shape).Labels)}")) + "\n", "txt");
    }

    public static TheoryData<ISegmentation, string> Options => new()
    {
        { new GridSegmentation { BlockSize = 0 }, "BlockSize of the grid is 0; it must be at least 1." },
        { new GridSegmentation { Rows = 5 }, "Rows of the grid is 5; for this image it must be from 1 to 4, or null for the block size." },
        { new SlicSegmentation { Segments = 0 }, "Segments of SLIC is 0; it must be at least 1." },
        { new SlicSegmentation { Compactness = 0 }, "Compactness of SLIC is 0; it must be above 0." },
        { new SlicSegmentation { MaxSteps = 0 }, "MaxSteps of SLIC is 0; it must be from 1 to 1000." },
        { new QuickshiftSegmentation { KernelSize = 0 }, "KernelSize of quickshift is 0; it must be above 0 and at most 100." },
        { new QuickshiftSegmentation { MaxDistance = double.NaN }, "MaxDistance of quickshift is NaN; it must be above 0." },
        { new QuickshiftSegmentation { Ratio = 1.5 }, "Ratio of quickshift is 1.5; it must be from 0 to 1." },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void BadOptions(ISegmentation segmentation, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => segmentation.Segment(new float[16], new(4, 4, 1))).Message);

    [Theory]
    [MemberData(nameof(All))]
    public void BadImages(ISegmentation segmentation)
    {
        Assert.Equal("15 numbers are not an image of 4×4×1, which has 16.", Assert.Throws<InvalidDatasetException>(() => segmentation.Segment(new float[15], new(4, 4, 1))).Message);
        float[] image = new float[48];
        image[22] = float.NaN;
        Assert.Equal("Channel 1 of the pixel in row 1, column 3 of the image is not a finite number.", Assert.Throws<InvalidDatasetException>(() => segmentation.Segment(image, new(4, 4, 3))).Message);
        Assert.Contains("An image cannot be 0×4×1", Assert.Throws<InvalidDatasetException>(() => segmentation.Segment([], new(0, 4, 1))).Message);
    }
}
