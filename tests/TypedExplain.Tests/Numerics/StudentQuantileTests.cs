using MathNet.Numerics.Distributions;
using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

/// <summary>Quantiles of Student's t by their approximation.</summary>
public class StudentQuantileTests
{
    [Theory]
    [InlineData(0.975)]
    [InlineData(0.999)]
    public void NeverTooNarrowAndCloseFromFiveDegreesOn(double probability)
    {
        foreach (double freedom in new[] { 1.5, 2, 3, 5, 8, 20, 60, 500, 1e4, 1e6 })
        {
            double exact = StudentT.InvCDF(0, 1, freedom, probability), ratio = StudentQuantile.Of(probability, freedom) / exact;
            Assert.InRange(ratio, 0.99999, freedom >= 5 ? probability > 0.99 ? 1.02 : 1.003 : double.PositiveInfinity);
        }
    }

    [Fact]
    public void TheNormalDistributionsWithDegreesWithoutEnd() =>
        Assert.Equal(1.959963984540054, StudentQuantile.Of(0.975, 1e9), 7);
}
