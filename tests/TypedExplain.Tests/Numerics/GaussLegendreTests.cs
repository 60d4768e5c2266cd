using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class GaussLegendreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(60)]
    public void PolynomialsAreExact(int count)
    {
        double[] points = new double[count], weights = new double[count];
        GaussLegendre.Fill(points, weights);
        Assert.All(points, point => Assert.InRange(point, 1e-6, 1 - 1e-6));
        Assert.All(weights, weight => Assert.True(weight > 0));
        Assert.Equal(points.Order(), points);
        for (int power = 0; power < 2 * count; power++)
            Assert.Equal(1.0 / (power + 1), points.Zip(weights, (point, weight) => weight * Math.Pow(point, power)).Sum(), 1e-14);

        // And no more than they need be.
        if (count <= 5)
            Assert.NotEqual(1.0 / ((2 * count) + 1), points.Zip(weights, (point, weight) => weight * Math.Pow(point, 2 * count)).Sum(), 1e-7);
    }
}
