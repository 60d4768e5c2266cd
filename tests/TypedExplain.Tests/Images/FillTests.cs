using TypedExplain.Media;

namespace TypedExplain.Tests.Images;

public class FillTests
{
    private static readonly ImageShape s_shape = new(6, 8, 3);
    private static readonly float[] s_image = MadeImages.Square(s_shape, noise: 0.5);
    private static readonly SegmentMap s_segments = new GridSegmentation { BlockSize = 3 }.Segment(s_image, s_shape);

    [Fact]
    public void MeanOfTheSegment()
    {
        float[] hidden = new float[s_image.Length];
        Fill.Mean.Hide<float>(s_image, s_shape, s_segments, hidden);
        for (int i = 0; i < hidden.Length; i++)
            Assert.Equal(Enumerable.Range(0, s_image.Length).Where(j => j % 3 == i % 3 && s_segments.Labels[j / 3] == s_segments.Labels[i / 3]).Average(j => s_image[j]), hidden[i], 1e-6);
    }

    [Fact]
    public void OneColor()
    {
        float[] hidden = new float[s_image.Length];
        Fill.Constant(0.1, 0.2, 0.3).Hide<float>(s_image, s_shape, s_segments, hidden);
        Assert.All(Enumerable.Range(0, hidden.Length), i => Assert.Equal(((i % 3) + 1) * 0.1, hidden[i], 1e-6));
        Fill.Constant(0.5).Hide<float>(s_image, s_shape, s_segments, hidden);
        Assert.All(hidden, value => Assert.Equal(0.5f, value));
    }

    /// <summary>Against the two-dimensional sum.</summary>
    [Fact]
    public void Blurred()
    {
        double[] image = [.. s_image.Select(value => (double)value)], hidden = new double[image.Length];
        Fill.Blur(1.2).Hide<double>(image, s_shape, s_segments, hidden);
        for (int pixel = 0; pixel < s_shape.Pixels; pixel++)
        {
            double sum = 0, weights = 0;
            for (int down = -5; down <= 5; down++)
            {
                for (int across = -5; across <= 5; across++)
                {
                    int row = Math.Clamp((pixel / 8) + down, 0, 5), column = Math.Clamp((pixel % 8) + across, 0, 7);
                    double weight = Math.Exp(-((down * down) + (across * across)) / (2 * 1.2 * 1.2));
                    weights += weight;
                    sum += weight * image[(((row * 8) + column) * 3) + 1];
                }
            }

            Assert.Equal(sum / weights, hidden[(pixel * 3) + 1], 1e-10);
        }
    }

    [Fact]
    public void AFillIsAValue()
    {
        Assert.Equal(Fill.Constant(1, 2), Fill.Constant(1, 2));
        Assert.NotEqual(Fill.Constant(1, 2), Fill.Constant(1, 3));
        Assert.NotEqual(Fill.Blur(1), Fill.Mean);
        Assert.Equal(["mean of the segment", "color 1, 0.5", "blurred by 2.5 pixels"], new[] { Fill.Mean, Fill.Constant(1, 0.5), Fill.Blur(2.5) }.Select(fill => fill.ToString()));
    }

    [Fact]
    public void BadInput()
    {
        float[] hidden = new float[s_image.Length];
        Assert.Contains("is 0; it must be above 0", Assert.Throws<InvalidOptionException>(() => Fill.Blur(0)).Message);
        Assert.Contains("holds NaN", Assert.Throws<InvalidOptionException>(() => Fill.Constant(double.NaN)).Message);
        Assert.Contains("has no number", Assert.Throws<InvalidOptionException>(() => Fill.Constant()).Message);
        Assert.Equal("The color of hidden segments has 2 numbers; an image of 3 channels takes 3, or one for all.", Assert.Throws<InvalidOptionException>(() => Fill.Constant(1, 2).Hide<float>(s_image, s_shape, s_segments, hidden)).Message);
        Assert.Equal("The segments are those of 6×8 pixels, and the image has 8×6.", Assert.Throws<InvalidDatasetException>(() => Fill.Mean.Hide<float>(s_image, new(8, 6, 3), s_segments, hidden)).Message);
    }
}
