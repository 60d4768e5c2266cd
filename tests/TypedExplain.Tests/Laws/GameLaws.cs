using TypedExplain.Surrogates.Game;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of the game of LINEX over random games; each failure names its seed.</summary>
public class GameLaws
{
    private const double Tight = 1e-12;
    private const int Games = 300;

    /// <summary>Section 4.3: the sum is the median of the targets and the ladder, for any k and γ.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void SeparableGamesHaveTheClosedForm(int players)
    {
        for (int seed = 0; seed < Games; seed++)
        {
            SeparableGame separable = new(players, seed, tight: seed % 2 == 0);
            double[] sum = new double[separable.Size];
            EnvironmentGame game = separable.Game;

            Convergence convergence = Equilibrium.Solve(game, Tight, sum);

            Assert.Equal(SolveStatus.Converged, convergence.Status);
            Assert.True(convergence.Residual <= 1e-9, $"seed {seed}: residual {convergence.Residual}");
            for (int j = 0; j < separable.Size; j++)
            {
                List<double> numbers = [.. Enumerable.Range(0, players).Select(i => separable.Target(i, j))];
                for (int rung = -players; rung <= players; rung += 2)
                    numbers.Add(rung * game.Bound);
                numbers.Sort();
                Assert.True(Math.Abs(numbers[players] - sum[j]) <= 1e-12, $"seed {seed}, slope {j}: {sum[j]:R}, not {numbers[players]:R}");
            }
        }
    }

    /// <summary>Theorem 1: two environments that disagree on a sign give 0, two that agree give the smaller magnitude.</summary>
    [Fact]
    public void TheoremOne()
    {
        for (int seed = 0; seed < Games; seed++)
        {
            SeparableGame separable = new(players: 2, seed, tight: false);
            double[] sum = new double[separable.Size], played = new double[separable.Size], strategies = new double[2 * separable.Size];
            EnvironmentGame game = separable.Game;
            Equilibrium.Solve(game, Tight, sum);
            (bool settled, _) = PlayedGame.Solve(game, Tight, strategies);
            PlayedGame.Sum(game, strategies, played);
            for (int j = 0; j < separable.Size; j++)
            {
                double a = separable.Target(0, j), b = separable.Target(1, j);
                double expected = a * b < 0 ? 0 : Math.Abs(a) < Math.Abs(b) ? a : b;
                Assert.True(Math.Abs(expected - sum[j]) <= 1e-12, $"seed {seed}, slope {j}: {sum[j]:R}, not {expected:R}");

                // Players whose targets nearly agree drift for thousands of rounds, and the protocol then says so.
                Assert.True(!settled || Math.Abs(expected - played[j]) <= 1e-9, $"seed {seed}, slope {j}: played {played[j]:R}, not {expected:R}");
            }
        }
    }

    /// <summary>Section 4.5b: the sum found directly is the one that the players reach by moving in turns.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void DirectSolutionIsThePlayedOne(int players)
    {
        int settledGames = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            (double[] grams, double[] crosses) = BootstrapLike(players, size: 5, seed);
            EnvironmentGame game = new(players, grams, crosses, bound: 0.8);
            double[] sum = new double[5], strategies = new double[players * 5], played = new double[5];
            Convergence convergence = Equilibrium.Solve(game, Tight, sum);
            (bool settled, _) = PlayedGame.Solve(game, 1e-10, strategies);
            if (!settled)
                continue;
            settledGames++;
            PlayedGame.Sum(game, strategies, played);
            Assert.Equal(SolveStatus.Converged, convergence.Status);
            for (int j = 0; j < 5; j++)
                Assert.True(Math.Abs(sum[j] - played[j]) <= 1e-6, $"seed {seed}, slope {j}: {sum[j]:R}, played {played[j]:R}");
        }

        Assert.True(settledGames >= 30, $"only {settledGames} of 40 games settled by playing");
    }

    /// <summary>No player's own slope is beyond γ, and the sum keeps the budget.</summary>
    [Fact]
    public void PlayersKeepTheirBounds()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            (double[] grams, double[] crosses) = BootstrapLike(players: 3, size: 4, seed);
            EnvironmentGame game = new(3, grams, crosses, bound: 0.5, budget: 0.6);
            double[] strategies = new double[12], sum = new double[4];
            PlayedGame.Solve(game, 1e-9, strategies);
            PlayedGame.Sum(game, strategies, sum);
            Assert.All(strategies, slope => Assert.InRange(slope, -0.5, 0.5));
            Assert.InRange(sum.Sum(Math.Abs), 0, 0.6 + 1e-9);
        }
    }

    /// <summary>Well-conditioned Gram matrices that differ a little between environments, as bootstraps do.</summary>
    private static (double[] Grams, double[] Crosses) BootstrapLike(int players, int size, int seed)
    {
        Random random = new(seed);
        double[] grams = new double[players * size * size], crosses = new double[players * size], slopes = [.. Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5)];
        for (int i = 0; i < players; i++)
        {
            for (int sample = 0; sample < 40; sample++)
            {
                double[] x = [.. Enumerable.Range(0, size).Select(_ => (2 * random.NextDouble()) - 1)];
                double y = x.Zip(slopes, (value, slope) => value * slope).Sum() + random.NextDouble() - 0.5;
                for (int j = 0; j < size; j++)
                {
                    crosses[(i * size) + j] += x[j] * y;
                    for (int l = 0; l < size; l++)
                        grams[(((i * size) + j) * size) + l] += x[j] * x[l];
                }
            }

            for (int j = 0; j < size; j++)
                grams[(((i * size) + j) * size) + j] += 1;
        }

        return (grams, crosses);
    }

    /// <summary>A game with diagonal Gram matrices: every slope is a game of its own.</summary>
    private sealed class SeparableGame
    {
        private readonly double[] _grams, _crosses;
        private readonly double _bound;
        private readonly int _players;

        public SeparableGame(int players, int seed, bool tight)
        {
            Random random = new(seed);
            _players = players;
            _grams = new double[players * Size * Size];
            _crosses = new double[players * Size];
            for (int i = 0; i < players; i++)
            {
                for (int j = 0; j < Size; j++)
                {
                    double curvature = 0.5 + random.NextDouble();
                    _grams[(((i * Size) + j) * Size) + j] = curvature;
                    _crosses[(i * Size) + j] = curvature * ((4 * random.NextDouble()) - 2);
                }
            }

            double largest = Enumerable.Range(0, players).Max(i => Enumerable.Range(0, Size).Max(j => Math.Abs(Target(i, j))));
            _bound = tight ? 0.4 * random.NextDouble() : largest;
        }

        public int Size => 6;

        public EnvironmentGame Game => new(_players, _grams, _crosses, _bound);

        public double Target(int player, int slope) => _crosses[(player * Size) + slope] / _grams[(((player * Size) + slope) * Size) + slope];
    }
}
