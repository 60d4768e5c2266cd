using MathNet.Numerics.Distributions;

namespace TypedExplain.Tests.Numerics;

/// <summary>What is drawn is distributed as it says. Seeds are fixed, and the bounds lie at about five standard errors.</summary>
public class DistributionTests
{
    private const int Draws = 200_000;

    [Fact]
    public void UniformNumbers()
    {
        double[] values = new double[Draws];
        new RandomStream(11, "uniform").FillUniform(0, values);

        Assert.All(values, value => Assert.True(value is >= 0 and < 1));
        Assert.Equal(0.5, values.Average(), 5 * Math.Sqrt(1.0 / 12 / Draws));
        Assert.Equal(1.0 / 12, values.Average(value => (value - 0.5) * (value - 0.5)), 5 * Math.Sqrt(1.0 / 180 / Draws));
        Assert.InRange(Kolmogorov(values, value => value), 0, 2.2);
        Assert.InRange(Math.Abs(Correlation(values[1..], values[..^1])), 0, 5 / Math.Sqrt(Draws));
    }

    [Fact]
    public void NormalNumbers()
    {
        double[] values = new double[Draws];
        new RandomStream(12, "normal").FillNormal(0, values);

        Assert.All(values, value => Assert.InRange(value, -8.6, 8.6));
        Assert.Equal(0, values.Average(), 5 / Math.Sqrt(Draws));
        Assert.Equal(1, values.Average(value => value * value), 5 * Math.Sqrt(2.0 / Draws));
        Assert.Equal(0, values.Average(value => value * value * value), 5 * Math.Sqrt(15.0 / Draws));
        Assert.Equal(3, values.Average(value => Math.Pow(value, 4)), 5 * Math.Sqrt(96.0 / Draws));
        Assert.InRange(Kolmogorov(values, value => Normal.CDF(0, 1, value)), 0, 2.2);
        for (double edge = -4; edge <= 4; edge++)
        {
            double share = Normal.CDF(0, 1, edge);
            Assert.Equal(share, values.Count(value => value < edge) / (double)Draws, 5 * Math.Sqrt(share * (1 - share) / Draws));
        }
    }

    /// <summary>The halves of a block share a radius; sine and cosine of one angle must not show it.</summary>
    [Fact]
    public void SineAndCosineHalvesAreIndependent()
    {
        double[] values = new double[Draws], cosines = new double[Draws / 2], sines = new double[Draws / 2];
        new RandomStream(13, "halves").FillNormal(0, values);
        for (int i = 0; i < cosines.Length; i++)
        {
            int at = (i / 8 * RandomStream.BlockLength) + (i % 8);
            (cosines[i], sines[i]) = (values[at], values[at + 8]);
        }

        double bound = 5 / Math.Sqrt(cosines.Length);
        Assert.InRange(Correlation(cosines, sines), -bound, bound);
        Assert.InRange(Correlation(Each(cosines, x => x * x), Each(sines, x => x * x)), -bound, bound);
        Assert.InRange(Correlation(Each(cosines, Math.Abs), sines), -bound, bound);
        Assert.InRange(Correlation(cosines, Each(sines, Math.Abs)), -bound, bound);

        int[] cells = new int[16];
        for (int i = 0; i < cosines.Length; i++)
            cells[(4 * Quarter(cosines[i])) + Quarter(sines[i])]++;
        Assert.InRange(ChiSquare(cells), 0, 15 + (5 * Math.Sqrt(30)));

        static int Quarter(double normal) => (int)(4 * Normal.CDF(0, 1, normal));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(1000)]
    public void ChoicesAreEquallyLikely(int count)
    {
        RandomStream stream = new(14, "choose");
        int[] chosen = new int[count];
        for (int i = 0; i < Draws; i++)
            chosen[stream.Choose(i, count)]++;
        Assert.InRange(ChiSquare(chosen), 0, count - 1 + (5 * Math.Sqrt(2 * (count - 1))));
    }

    /// <summary>Streams that differ in one number only are no more alike than any others.</summary>
    [Fact]
    public void NeighboringStreamsAreIndependent()
    {
        RandomStream stream = new(0, "neighbors");
        double[] one = new double[Draws], next = new double[Draws], acrossSeeds = new double[Draws];
        stream.For(0).FillUniform(0, one);
        stream.For(1).FillUniform(0, next);
        new RandomStream(1, "neighbors").For(0).FillUniform(0, acrossSeeds);
        double[] firsts = [.. Enumerable.Range(0, Draws).Select(part => stream.For(part).Uniform(0))];

        double bound = 5 / Math.Sqrt(Draws);
        Assert.InRange(Correlation(one, next), -bound, bound);
        Assert.InRange(Correlation(one, acrossSeeds), -bound, bound);
        Assert.InRange(Correlation(firsts[1..], firsts[..^1]), -bound, bound);
        Assert.InRange(Kolmogorov(firsts, value => value), 0, 2.2);
    }

    /// <summary>√n times the largest distance between the empirical distribution and the stated one; above 1.95 once in a thousand times.</summary>
    private static double Kolmogorov(double[] values, Func<double, double> distribution)
    {
        double[] sorted = [.. values.Order()];
        double largest = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double share = distribution(sorted[i]);
            largest = Math.Max(largest, Math.Max(share - ((double)i / sorted.Length), ((i + 1.0) / sorted.Length) - share));
        }

        return Math.Sqrt(sorted.Length) * largest;
    }

    private static double ChiSquare(int[] counts)
    {
        double expected = counts.Sum() / (double)counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    private static double Correlation(double[] left, double[] right) => MathNet.Numerics.Statistics.Correlation.Pearson(left, right);

    private static double[] Each(double[] values, Func<double, double> change) => [.. values.Select(change)];
}
