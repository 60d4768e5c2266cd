using TypedExplain.Media;

namespace TypedExplain.Tests.Images;

public class SegmentMapTests
{
    [Theory]
    [InlineData(new[] { 0, 1, 2 }, "A segment map of 2×2 pixels has 3 labels; it must have 4, one per pixel.")]
    [InlineData(new[] { 0, 1, -1, 0 }, "The pixel in row 1, column 0 has the label -1; labels count from 0.")]
    [InlineData(new[] { 0, 2, 2, 0 }, "No pixel has the label 1, and the largest is 2; segments must be all of 0, 1, 2, … up to the largest.")]
    [InlineData(new[] { 1, 1, 1, 1 }, "No pixel has the label 0, and the largest is 1; segments must be all of 0, 1, 2, … up to the largest.")]
    [InlineData(new[] { 0, 1, 2, int.MaxValue }, "No pixel has the label 3, and the largest is 2147483647; segments must be all of 0, 1, 2, … up to the largest.")]
    public void BadMaps(int[] labels, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDatasetException>(() => new SegmentMap(2, 2, labels)).Message);

    [Fact]
    public void Composing()
    {
        ImageShape shape = new(5, 7, 3);
        RandomStream stream = new(1, "labels");
        SegmentMap map = SegmentMap.Renumbered(5, 7, [.. Enumerable.Range(0, 35).Select(i => stream.Choose(i, 4))]);
        float[] image = [.. Enumerable.Range(0, shape.Length).Select(i => (float)i)], hidden = [.. image.Select(value => -value)], masked = new float[image.Length];
        foreach (int bits in Enumerable.Range(0, 16))
        {
            double[] mask = [.. Enumerable.Range(0, 4).Select(j => (double)((bits >> j) & 1))];
            map.Compose<float>(mask, image, hidden, masked);
            Assert.Equal(Enumerable.Range(0, image.Length).Select(i => mask[map.Labels[i / 3]] == 1 ? image[i] : hidden[i]), masked);
        }

        Assert.Contains("do not fit 4 segments of 5×7 pixels", Assert.Throws<ArgumentException>(() => map.Compose<float>([1, 1, 1], image, hidden, masked)).Message);
        Assert.Throws<ArgumentException>(() => map.Compose<float>([1, 1, 1, 1], image, hidden, new float[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => map[0, 7]);
    }

    [Fact]
    public void NothingIsAllocatedPerImage()
    {
        SegmentMap map = new GridSegmentation().Segment(new float[784], new(28, 28, 1));
        double[] mask = new double[49];
        float[] image = new float[784], hidden = new float[784], masked = new float[784];
        map.Compose<float>(mask, image, hidden, masked);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            map.Compose<float>(mask, image, hidden, masked);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1000);
    }
}
