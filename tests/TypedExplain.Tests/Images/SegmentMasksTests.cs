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

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void EachPixelIsThatOfTheImageOfItsSegment(int channels)
    {
        for (int length = 1; length <= 50; length++)
        {
            for (int longest = 1; longest <= 40; longest += 3)
            {
                double[] kept = [0, 1, -0.0, 1e-300, -2];
                int[] labels = [.. Enumerable.Range(0, length).Select(pixel => pixel / longest % kept.Length)];
                SegmentRun[] runs = [.. Enumerable.Range(0, (length + longest - 1) / longest).Select(run => new SegmentRun(run * longest, Math.Min(longest, length - (run * longest)), labels[run * longest]))];
                float[] image = [.. Enumerable.Range(1, length * channels).Select(i => (float)i)], hidden = [.. image.Select(number => -number)];
                float[] masked = new float[image.Length + 1];
                SegmentMasks.Compose<float>(kept, runs, channels, image, hidden, masked.AsSpan(0, image.Length));
                Assert.Equal([.. image.Select((number, i) => kept[labels[i / channels]] == 0 ? -number : number), 0], masked);

                double[] doubles = new double[image.Length];
                SegmentMasks.Compose<double>(kept, runs, channels, [.. image], [.. hidden], doubles);
                Assert.Equal(masked[..^1].Select(number => (double)number), doubles);
            }
        }
    }
}
