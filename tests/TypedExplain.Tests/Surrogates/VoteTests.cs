using TypedExplain.Surrogates.Votes;

namespace TypedExplain.Tests.Surrogates;

/// <summary>The parts of LINEX without dice.</summary>
public class VoteTests
{
    [Theory]
    [InlineData(2, 0.54495)]
    [InlineData(4, 0.2905)]
    [InlineData(6, 0.1983)]
    [InlineData(8, 0.1506)]
    public void ThresholdsOfSection45c(int environments, double expected) => Assert.Equal(expected, VoteThreshold.Of(environments), 5e-5);

    [Fact]
    public void ThresholdsFallWithoutAJump()
    {
        for (int environments = 2; environments < 400; environments += 2)
            Assert.InRange(VoteThreshold.Of(environments + 2), VoteThreshold.Of(environments) * environments / (environments + 4), VoteThreshold.Of(environments) - 1e-9);
    }

    [Fact]
    public void TiedColumnsShareWithoutARidge()
    {
        // Two equal columns and one of its own: 3 of the sum belongs to the pair, less the penalty.
        double[] slopes = new double[3];
        Convergence convergence = WeightedLasso.Solve([2, 2, 0, 2, 2, 0, 0, 0, 1], [6, 6, -4], [1, 1, 1], slopes);
        Assert.Equal(SolveStatus.Converged, convergence.Status);
        Assert.Equal([1.25, 1.25, -3], slopes.Select(slope => Math.Round(slope, 12)));
    }

    [Fact]
    public void AColumnWithoutVarianceStaysAtZero()
    {
        double[] slopes = new double[2];
        WeightedLasso.Solve([0, 0, 0, 2], [0, 6], [0, 2], slopes);
        Assert.Equal((0, 2), (slopes[0], Math.Round(slopes[1], 12)));
    }

    [Fact]
    public void WhatItFindsIsOptimal()
    {
        // Strongly correlated columns: coordinate descent alone would crawl.
        for (int seed = 0; seed < 60; seed++)
        {
            const int Size = 8;
            RandomStream stream = new(seed, "lasso");
            double[] gram = new double[Size * Size], cross = new double[Size], penalties = new double[Size], slopes = new double[Size];
            for (int row = 0; row < 40; row++)
            {
                double common = stream.Uniform(row * 16) - 0.5;
                double[] x = [.. Enumerable.Range(0, Size).Select(j => common + ((stream.Uniform((row * 16) + j + 1) - 0.5) * (seed % 3 == 0 ? 1e-3 : 1)))];
                double y = (2 * x[0]) - x[1] + stream.Uniform((row * 16) + 12);
                for (int i = 0; i < Size; i++)
                {
                    cross[i] += x[i] * y;
                    for (int j = 0; j < Size; j++)
                        gram[(i * Size) + j] += x[i] * x[j];
                }
            }

            for (int j = 0; j < Size; j++)
                penalties[j] = 0.2 * stream.Uniform(10_000 + j);
            Convergence convergence = WeightedLasso.Solve(gram, cross, penalties, slopes);
            Assert.Equal(SolveStatus.Converged, convergence.Status);
            for (int i = 0; i < Size; i++)
            {
                double gap = cross[i] - Enumerable.Range(0, Size).Sum(j => gram[(i * Size) + j] * slopes[j]);
                Assert.InRange(slopes[i] == 0 ? Math.Max(0, Math.Abs(gap) - penalties[i]) : Math.Abs(gap - (penalties[i] * Math.Sign(slopes[i]))), 0, 1e-9);
            }
        }
    }
}
