using TypedExplain.Images;

namespace TypedExplain.Tests.Images;

public class SegmentMasksTests
{
    [Fact]
    public void FairAndIndependentBits()
    {
        const int Samples = 20_000, Segments = 70;
        double[] rows = new double[Samples * Segments];
        SegmentMasks.Fill(new RandomStream(1, "masks"), 0, Segments, rows);
        Assert.False(rows.AsSpan().ContainsAnyExcept(0.0, 1.0));
        double spread = 5 * Math.Sqrt(Samples * 0.25);
        for (int j = 0; j < Segments; j++)
        {
            int ones = 0, equal = 0;
            for (int row = 0; row < Samples; row++)
            {
                ones += (int)rows[(row * Segments) + j];
                equal += rows[(row * Segments) + j] == rows[(row * Segments) + ((j + 1) % Segments)] ? 1 : 0;
            }

            Assert.InRange(ones, (Samples / 2) - spread, (Samples / 2) + spread);
            Assert.InRange(equal, (Samples / 2) - spread, (Samples / 2) + spread);
        }
    }

    [Fact]
    public void ARowDependsOnItsNumberAlone()
    {
        RandomStream stream = new(4, "masks");
        double[] many = new double[100 * 65], later = new double[10 * 65];
        SegmentMasks.Fill(stream, 0, 65, many);
        SegmentMasks.Fill(stream, 50, 65, later);
        Assert.Equal(many[(50 * 65)..(60 * 65)], later);
        Assert.Equal(1 - Math.Sqrt(0.5), SegmentMasks.Distance([1, 0]));
        Assert.Equal(1, SegmentMasks.Distance([0, 0]));
    }

    [Fact]
    public void PixelsAreThoseOfOneImageWhateverTheirNumber()
    {
        for (int length = 1; length <= 21; length++)
        {
            float[] image = [.. Enumerable.Range(1, length).Select(i => (float)i)], hidden = [.. image.Select(pixel => -pixel)];
            float[] masked = new float[length + 1];
            foreach (double kept in (double[])[0, -0.0, 1, 1e-300, -2])
            {
                SegmentMasks.Select<float>(kept, image, hidden, masked.AsSpan(0, length));
                Assert.Equal([.. kept == 0 ? hidden : image, 0], masked);
            }
        }
    }
}
