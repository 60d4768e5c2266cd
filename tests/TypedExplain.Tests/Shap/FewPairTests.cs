using TypedExplain.Numerics;
using TypedExplain.Surrogates.Coalitions;
using TypedExplain.Surrogates.Coalitions.Pairs;

namespace TypedExplain.Tests.Shap;

/// <summary>Fewer than two pairs per player: an additive fit bends to each of them.</summary>
public class FewPairTests
{
    private const int Players = 16;

    /// <summary>Without a line, the squared error falls by more than a third, and the errors told still cover; they are infinite with no more pairs than players, or where pairs do not tell all players apart.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(18)]
    [InlineData(20)]
    [InlineData(24)]
    public void AFittedGameTellsMoreThanALine(int pairs)
    {
        double squares = 0, ofLines = 0, covered = 0;
        const int Games = 12;
        for (int seed = 0; seed < Games; seed++)
        {
            double[] game = Logistic(seed, steep: 3), exact = new double[Players], shares = new double[Players], errors = new double[Players], line = new double[Players];
            ShapleyFormula.Fill(game, exact);
            PairSample sample = new(new(Players, pairs), new RandomStream(seed, "few"));
            double[] values = [.. Enumerable.Range(0, sample.Coalitions.Count).Select(i => game[sample.Coalitions[i][0]])];

            bool isTold = new PairShares(sample).Fill(values, game[0], game[^1], shares, errors, default);
            using (PairLine fit = new(sample, new PairShares(sample).Halves(Parity.Odd, values, game[0], game[^1]), line))
                Assert.Equal(fit.IsDetermined, isTold);
            if (!isTold)
                Assert.All(errors, error => Assert.Equal(double.PositiveInfinity, error));

            Assert.Equal(game[^1] - game[0], shares.Sum(), 1e-9);
            for (int i = 0; i < Players; i++)
            {
                double off = shares[i] - exact[i];
                (squares, ofLines, covered) = (squares + (off * off), ofLines + ((line[i] - exact[i]) * (line[i] - exact[i])), covered + (Math.Abs(off) <= 2 * errors[i] ? 1 : 0));
            }
        }

        Assert.True(squares < 2 * ofLines / 3, $"{squares / ofLines}");
        Assert.True(covered >= 0.93 * Games * Players, $"{covered / (Games * Players)}");
    }

    /// <summary>A game that is nearly a sum of players is left to the line.</summary>
    [Fact]
    public void ANearlyAdditiveGameIsDividedByALine()
    {
        double squares = 0, all = 0;
        for (int seed = 0; seed < 8; seed++)
        {
            double[] game = Logistic(seed, steep: 0.001), exact = new double[Players], shares = new double[Players], errors = new double[Players];
            ShapleyFormula.Fill(game, exact);
            PairSample sample = new(new(Players, 24), new RandomStream(seed, "few"));
            new PairShares(sample).Fill([.. Enumerable.Range(0, sample.Coalitions.Count).Select(i => game[sample.Coalitions[i][0]])], game[0], game[^1], shares, errors, default);
            (squares, all) = (squares + shares.Zip(exact, (share, right) => (share - right) * (share - right)).Sum(), all + VectorOps.Dot(exact, exact));
        }

        Assert.InRange(squares / all, 0, 1e-9);
    }

    /// <summary>1 / (1 + exp(−steep·Σ w)) over the players of a coalition.</summary>
    private static double[] Logistic(int seed, double steep)
    {
        double[] weights = new double[Players];
        new RandomStream(seed, "weights").FillNormal(0, weights);
        double middle = weights.Sum() / 2;
        return [.. Enumerable.Range(0, 1 << Players).Select(bits => 1 / (1 + Math.Exp(-steep * (Enumerable.Range(0, Players).Sum(i => (bits >> i & 1) * weights[i]) - middle))))];
    }
}
