using TypedExplain.Surrogates;

namespace TypedExplain.Tests.Surrogates;

/// <summary>Section 4.1: the instance is in every environment with its own weight, and the other samples are drawn; but by weight all are.</summary>
public class EnvironmentDrawTests
{
    private static readonly double[] s_weights = [1, .. Enumerable.Range(1, 40).Select(row => 1.0 / (1 + (row % 7)))];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheInstanceIsAlwaysIn(bool arePaired)
    {
        for (int environment = 0; environment < 50; environment++)
        {
            double[] drawn = Draw(Bootstrap.Uniform, arePaired, environment);
            Assert.Equal(1, drawn[0]);
            Assert.Equal(40, Enumerable.Range(1, 40).Sum(row => drawn[row] / s_weights[row]), 1e-9);
        }
    }

    [Fact]
    public void OfTheOthersSomeAreNotDrawn() =>
        Assert.Equal(Math.Exp(-1), Enumerable.Range(0, 200).Average(environment => Draw(Bootstrap.Uniform, false, environment)[1..].Count(weight => weight == 0) / 40.0), 0.02);

    [Fact]
    public void PairsAreDrawnTogether()
    {
        double[] drawn = Draw(Bootstrap.Uniform, true, 0);
        for (int row = 1; row < drawn.Length; row += 2)
            Assert.Equal(drawn[row] / s_weights[row], drawn[row + 1] / s_weights[row + 1], 1e-12);
    }

    [Fact]
    public void ByWeightTheInstanceIsDrawnLikeTheOthers()
    {
        double[][] drawn = [.. Enumerable.Range(0, 400).Select(environment => Draw(Bootstrap.ByWeight, false, environment))];
        Assert.All(drawn, own => Assert.Equal(s_weights.Length, own.Sum()));
        for (int row = 0; row < s_weights.Length; row++)
            Assert.Equal(s_weights.Length * s_weights[row] / s_weights.Sum(), drawn.Average(own => own[row]), 0.35);
    }

    private static double[] Draw(Bootstrap bootstrap, bool arePaired, int environment)
    {
        double[] drawn = new double[s_weights.Length];
        BootstrapWeights.Draw(bootstrap, s_weights, arePaired, new RandomStream(1, "environments").For(environment), drawn);
        return drawn;
    }
}
