using TypedExplain.Numerics;
using TypedExplain.Surrogates.Game;
using Xunit.Abstractions;

namespace TypedExplain.Tests.Surrogates;

/// <summary>Games whose features are nearly the same, and games at large: all settle, at a median in every slope.</summary>
public class NearlyCollinearGameTests(ITestOutputHelper output)
{
    private const int Rows = 200;
    private const int OracleSweeps = 20_000;

    public static TheoryData<double, double> Ridges => new() { { 1, 1e-6 }, { 1, 1e-12 }, { 1e-3, 1e-6 }, { 1e-3, 1e-12 }, { 0, 1e-6 }, { 0, 1e-12 } };

    /// <summary>Of two features one is the other but for a thousandth of a deviation.</summary>
    [Theory]
    [MemberData(nameof(Ridges))]
    public void FeaturesAThousandthApart(double ridge, double tolerance)
    {
        for (int seed = 0; seed < 16; seed++)
        {
            RandomGame random = new(players: 2 + (seed % 3), size: 4 + (seed % 7), seed, apart: 1e-3, ridge);
            (double[] sum, Convergence convergence) = Solve(random.Game, tolerance);

            Assert.True(convergence.Status == SolveStatus.Converged, $"seed {seed}: {convergence}");
            Assert.True(convergence.Residual <= 1e-6 * random.Bound, $"seed {seed}: residual {convergence.Residual / random.Bound} γ");
            Assert.True(random.OffMedians(sum) <= Math.Max(tolerance, 1e-9), $"seed {seed}: {random.OffMedians(sum)} γ from the medians");
        }
    }

    /// <summary>With a ridge of 1 sweeps get there too, in many thousands.</summary>
    [Fact]
    public void TheAnswerIsThatOfVeryManySweeps()
    {
        for (int seed = 0; seed < 16; seed++)
        {
            RandomGame random = new(players: 2 + (seed % 3), size: 4 + (seed % 7), seed, apart: 1e-3, ridge: 1);
            double[] slow = new double[random.Game.Size];
            for (int sweep = 0; sweep < OracleSweeps; sweep++)
            {
                for (int j = 0; j < slow.Length; j++)
                    slow[j] = random.Median(slow, j);
            }

            (double[] sum, _) = Solve(random.Game, 1e-6);
            for (int j = 0; j < slow.Length; j++)
                Assert.True(Math.Abs(slow[j] - sum[j]) <= 1e-6 * random.Bound, $"seed {seed}, slope {j}: {sum[j]:R}, not {slow[j]:R}");
        }
    }

    /// <summary>A small last change says little where sweeps crawl; the answer is as near as the tolerance all the same.</summary>
    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(0.1, 1e-3)]
    [InlineData(0.3, 0)]
    [InlineData(1e-3, 1)]
    public void ALooseToleranceIsADistance(double apart, double ridge)
    {
        for (int seed = 0; seed < 16; seed++)
        {
            RandomGame random = new(players: 2 + (seed % 3), size: 4 + (seed % 7), seed, apart, ridge);
            (double[] loose, _) = Solve(random.Game, 1e-6);
            (double[] tight, _) = Solve(random.Game, 1e-12);
            for (int j = 0; j < tight.Length; j++)
                Assert.True(Math.Abs(loose[j] - tight[j]) <= 1.1e-6 * random.Bound, $"seed {seed}, slope {j}: {loose[j]:R}, not {tight[j]:R}");
        }
    }

    /// <summary>Bootstraps, and environments of different rows, few and correlated, in which sweeps may go round in circles.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EverySlackGameSettles(bool isDisjoint)
    {
        int sweeps = 0, steps = 0, path = 0;
        for (int seed = 0; seed < 181; seed++)
        {
            RandomGame random = Slack(seed, isDisjoint);
            (double[] sum, Convergence convergence) = Solve(random.Game, 1e-12);
            (sweeps, steps, path) = convergence.Iterations <= 20 ? (sweeps + 1, steps, path) : convergence.Iterations <= 80 ? (sweeps, steps + 1, path) : (sweeps, steps, path + 1);
            Assert.True(convergence.Status == SolveStatus.Converged, $"seed {seed}: {convergence}");
            Assert.True(random.OffMedians(sum) <= 1e-9, $"seed {seed}: {random.OffMedians(sum)} γ from the medians");
        }

        output.WriteLine($"at most 20 iterations: {sweeps}; to 80: {steps}; more: {path}");
    }

    /// <summary>Of hundreds of slopes a system takes too long to be solved again and again: sweeps go on alone, and say whether they settled.</summary>
    [Fact]
    public void AGameOfManySlopesEnds()
    {
        RandomGame random = new(players: 2, size: 600, seed: 1, apart: 1, ridge: 1, rows: 60);
        (double[] sum, Convergence convergence) = Solve(random.Game, 1e-6);
        Assert.True(convergence.Status == SolveStatus.NotConverged || random.OffMedians(sum) <= 1e-4, $"{convergence}: {random.OffMedians(sum)} γ from the medians");
        Assert.False(MedianPath.Solve(random.Game, sum).Settled);
    }

    /// <summary>The path from γ = 0 needs neither sweeps nor Newton steps: it ends at an equilibrium of every game.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ThePathEndsAtAnEquilibrium(bool isDisjoint)
    {
        for (int seed = 0; seed < 181; seed++)
        {
            RandomGame random = Slack(seed, isDisjoint);
            double[] sum = new double[random.Game.Size];
            (bool settled, _) = MedianPath.Solve(random.Game, sum);
            Assert.True(settled, $"seed {seed}");
            Assert.True(random.OffMedians(sum) <= 1e-9, $"seed {seed}: {random.OffMedians(sum)} γ from the medians");
        }
    }

    /// <summary>Features that do not vary, and targets of exactly 0.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ThePathBeginsWhereTargetsAreZero(int players)
    {
        double[] grams = new double[players * 9], crosses = new double[players * 3];
        for (int i = 0; i < players; i++)
            (grams[i * 9], grams[(i * 9) + 4], crosses[(i * 3) + 1]) = (1, 2, i);
        double[] sum = [9, 9, 9];
        (bool settled, _) = MedianPath.Solve(new(players, grams, crosses, bound: 2), sum);
        Assert.True(settled);

        // Targets of the second are 0, ½, 1, 1½: with the ladder's 0 for even k, the smaller of the middle two.
        Assert.Equal([0, players == 2 ? 0 : 0.5, 0], sum);
    }

    private static RandomGame Slack(int seed, bool isDisjoint) =>
        new(players: 2 + (seed % 3), size: 3 + (seed % 8), 1000 + seed, apart: seed % 2 == 0 ? 1 : 0.3, ridge: seed % 5 == 0 ? 0.01 : 1, isDisjoint ? 8 : 40, isDisjoint);

    private static (double[] Sum, Convergence Convergence) Solve(in EnvironmentGame game, double tolerance)
    {
        double[] sum = new double[game.Size];
        return (sum, Equilibrium.Solve(game, tolerance, sum));
    }

    /// <summary>A bent model on normal features, seen by bootstraps of the rows or by their parts.</summary>
    private sealed class RandomGame
    {
        private readonly int _players, _size;
        private readonly double[] _grams, _crosses;

        public RandomGame(int players, int size, int seed, double apart, double ridge, int rows = Rows, bool isDisjoint = false)
        {
            (_players, _size) = (players, size);
            int count = isDisjoint ? rows * players : rows;
            RandomStream stream = new(seed, "nearly collinear games");
            double[] x = new double[count * size], noise = new double[count], y = new double[count];
            stream.For(1).FillNormal(0, x);
            stream.For(2).FillNormal(0, noise);
            for (int row = 0; row < count; row++)
            {
                Span<double> own = x.AsSpan(row * size, size);
                for (int j = 1; j < size && apart < 1; j += 2)
                    own[j] = own[j - 1] + (apart * own[j]);
                for (int j = 0; j < size; j++)
                    y[row] += own[j] * (Math.Sin(1 + j) + (0.3 * own[(j + 1) % size]));
                y[row] += 0.3 * noise[row];
            }

            (_grams, _crosses) = (new double[players * size * size], new double[players * size]);
            for (int i = 0; i < players; i++)
            {
                int[] drawn = [.. Enumerable.Range(0, rows).Select(at => isDisjoint ? (i * rows) + stream.For(3 + i).Choose(at, rows) : stream.For(3 + i).Choose(at, count))];
                Add(i, x, y, drawn, ridge);
            }
        }

        public double Bound { get; private set; }

        public EnvironmentGame Game => new(_players, _grams, _crosses, Bound);

        /// <summary>The median of the targets and the ladder, straight from its definition.</summary>
        public double Median(double[] slopes, int slope)
        {
            List<double> numbers = [];
            for (int i = 0; i < _players; i++)
            {
                double target = _crosses[(i * _size) + slope];
                for (int l = 0; l < _size; l++)
                    target -= l == slope ? 0 : _grams[(((i * _size) + slope) * _size) + l] * slopes[l];
                numbers.Add(target / _grams[(((i * _size) + slope) * _size) + slope]);
            }

            for (int rung = -_players; rung <= _players; rung += 2)
                numbers.Add(rung * Bound);
            numbers.Sort();
            return numbers[_players];
        }

        /// <summary>The largest distance of a slope from its median, as a share of γ.</summary>
        public double OffMedians(double[] slopes) => Enumerable.Range(0, _size).Max(j => Math.Abs(Median(slopes, j) - slopes[j])) / Bound;

        private void Add(int player, double[] x, double[] y, int[] drawn, double ridge)
        {
            double[] means = [.. Enumerable.Range(0, _size).Select(j => drawn.Average(row => x[(row * _size) + j]))];
            double mean = drawn.Average(row => y[row]);
            Span<double> gram = _grams.AsSpan(player * _size * _size, _size * _size), cross = _crosses.AsSpan(player * _size, _size);
            for (int j = 0; j < _size; j++)
            {
                foreach (int row in drawn)
                {
                    double own = x[(row * _size) + j] - means[j];
                    cross[j] += own * (y[row] - mean);
                    for (int l = 0; l < _size; l++)
                        gram[(j * _size) + l] += own * (x[(row * _size) + l] - means[l]);
                }

                gram[(j * _size) + j] += ridge;
            }

            double[] factor = gram.ToArray(), slopes = cross.ToArray();
            Assert.True(Cholesky.Factor(factor, _size));
            Cholesky.Solve(factor, slopes);
            Bound = Math.Max(Bound, VectorOps.MaxAbs(slopes));
        }
    }
}
