using MathNet.Numerics.Distributions;
using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class InverseNormalTests
{
    [Fact]
    public void ItTurnsTheDistributionRound()
    {
        for (double share = 1e-12; share < 1; share = share < 0.01 ? share * 1.7 : share + 0.0037)
        {
            double value = InverseNormal.Of(share);
            Assert.Equal(share, Normal.CDF(0, 1, value), share * 1e-11);
            Assert.Equal(share, InverseNormal.Share(value), 1e-15 + (share * 1e-13));
        }
    }

    [Fact]
    public void PublishedValues()
    {
        // The values that Wichura's paper checks by.
        Assert.Equal(-0.67448975019608171, InverseNormal.Of(0.25), 1e-15);
        Assert.Equal(-3.0902323061678132, InverseNormal.Of(0.001), 1e-14);
        Assert.Equal(-9.2623400897984200, InverseNormal.Of(1e-20), 1e-13);
        Assert.Equal(0, InverseNormal.Of(0.5));
        Assert.Equal(-InverseNormal.Of(0.125), InverseNormal.Of(0.875));
    }

    [Fact]
    public void ManySharesHaveTheBitsOfEach()
    {
        Random random = new(1);
        for (int length = 0; length <= 40; length++)
        {
            double[] shares = [.. Enumerable.Range(0, length).Select(i => (i % 5) switch { 0 => 0, 1 => 1, 2 => Math.ScaleB(random.NextDouble(), -40), _ => random.NextDouble() })];
            double[] values = [.. shares];
            InverseNormal.Apply(values);
            Assert.Equal(shares.Select(share => share is > 0 and < 1 ? InverseNormal.Of(share) : 0), values);
        }
    }

    [Fact]
    public void FarNumbersHaveAllOrNothingBelowThem()
    {
        Assert.Equal(0, InverseNormal.Share(-1e11), 1e-15);
        Assert.Equal(1, InverseNormal.Share(1e11), 1e-15);
    }
}
