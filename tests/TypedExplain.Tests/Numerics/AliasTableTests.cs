using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class AliasTableTests
{
    [Theory]
    [InlineData(new double[] { 1 })]
    [InlineData(new double[] { 3, 0, 1, 2 })]
    [InlineData(new double[] { 1e-9, 1, 1, 1, 1000 })]
    [InlineData(new double[] { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 })]
    public void SharesAreTheWeights(double[] weights)
    {
        AliasTable table = new(weights);
        const int Steps = 200_000;
        double[] shares = new double[weights.Length];
        for (int i = 0; i < Steps; i++)
            shares[table.At((i + 0.5) / Steps)] += 1.0 / Steps;
        for (int i = 0; i < weights.Length; i++)
            Assert.Equal(weights[i] / weights.Sum(), shares[i], 1e-4);
        Assert.InRange(table.At(Math.BitDecrement(1.0)), 0, weights.Length - 1);
    }
}
