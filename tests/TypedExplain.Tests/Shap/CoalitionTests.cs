using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Surrogates.Coalitions;
using Column = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace TypedExplain.Tests.Shap;

public class CoalitionTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    [InlineData(7, 126)]
    [InlineData(10, 1022)]
    [InlineData(16, 65534)]
    public void AFullBudgetTakesEveryCoalitionOnce(int players, int budget)
    {
        CoalitionSample sample = new(new(players, budget), new RandomStream(1, "test"));
        Assert.True(sample.Plan.IsComplete);
        Assert.Equal((budget, budget, 0), (sample.Coalitions.Count, sample.Complete, sample.Draws));
        for (int i = 0; i < budget; i++)
        {
            int size = BitOperations.PopCount(sample.Coalitions[i][0]);
            double kernel = (players - 1) / (Binomial(players, size) * size * (players - size));
            Assert.Equal(kernel / Enumerable.Range(1, players - 1).Sum(s => (players - 1.0) / (s * (players - s))), sample.Coalitions.Weights[i], 1e-13);
        }
    }

    [Theory]
    [InlineData(12, 300)]
    [InlineData(13, 301)]
    [InlineData(40, 500)]
    [InlineData(64, 900)]
    [InlineData(65, 900)]
    [InlineData(200, 1000)]
    public void ASampleSpendsItsBudgetOnDifferentPairs(int players, int budget)
    {
        CoalitionSample sample = new(new(players, budget), new RandomStream(1, "test"));
        CoalitionSet coalitions = sample.Coalitions;
        Assert.Equal(budget & ~1, coalitions.Count);
        Assert.Equal(coalitions.Count, Enumerable.Range(0, coalitions.Count).Select(i => string.Join(',', coalitions[i].ToArray())).Distinct().Count());
        Assert.Equal(1, coalitions.Weights.ToArray().Sum(), 1e-12);
        Assert.True(sample.Draws >= (coalitions.Count - sample.Complete) / 2);
        for (int i = 0; i < coalitions.Count; i += 2)
        {
            Assert.Equal(coalitions.Weights[i], coalitions.Weights[i + 1]);
            for (int player = 0; player < players; player++)
                Assert.NotEqual(coalitions.Has(i, player), coalitions.Has(i + 1, player));
        }

        int sizes = Enumerable.Range(0, sample.Complete).Select(i => Enumerable.Range(0, players).Count(player => coalitions.Has(i, player))).Distinct().Count();
        Assert.Equal(2 * sample.Plan.CompleteSizes, sizes);
    }

    /// <summary>Each coalition's weight is its kernel weight on average, that of the middle size too.</summary>
    [Fact]
    public void WeightsAreThoseOfTheKernel()
    {
        const int players = 6;
        double[] mean = new double[1 << players];
        const int samples = 4000;
        for (int seed = 0; seed < samples; seed++)
        {
            CoalitionSample sample = new(new(players, 30), new RandomStream(seed, "test"));
            for (int i = 0; i < sample.Coalitions.Count; i++)
                mean[sample.Coalitions[i][0]] += sample.Coalitions.Weights[i] / samples;
        }

        CoalitionSample all = new(new(players, 62), new RandomStream(1, "test"));
        for (int i = 0; i < 62; i++)
            Assert.Equal(all.Coalitions.Weights[i], mean[all.Coalitions[i][0]], 0.08 * all.Coalitions.Weights[i]);
    }

    [Fact]
    public void MorePlayersThanAWordHasBits()
    {
        // A sum is divided exactly by any sample that tells its features apart.
        const int players = 130;
        CoalitionSample sample = new(new(players, 2048 + (2 * players)), new RandomStream(1, "test"));
        double[] gains = new double[sample.Coalitions.Count], phi = new double[players];
        for (int i = 0; i < gains.Length; i++)
            gains[i] = Enumerable.Range(0, players).Where(player => sample.Coalitions.Has(i, player)).Sum(player => player - 60.0);
        using CoalitionFit fit = new(sample.Coalitions, gains, Enumerable.Range(0, players).Sum(player => player - 60.0), Enumerable.Range(0, players).ToArray());
        Assert.True(fit.IsDetermined);
        fit.Shapley(phi);
        for (int player = 0; player < players; player++)
            Assert.Equal(player - 60.0, phi[player], 1e-8);
    }

    /// <summary>The errors by their formula, slowly: each draw's move of φ, by an inverse, and the spread of the moves.</summary>
    [Fact]
    public void StandardErrorsByTheirFormula()
    {
        const int players = 6;
        CoalitionSample sample = new(new(players, 30), new RandomStream(5, "test"));
        CoalitionSet coalitions = sample.Coalitions;
        RandomStream noise = new(6, "gains");
        double[] gains = [.. Enumerable.Range(0, coalitions.Count).Select(i => Enumerable.Range(0, players).Count(player => coalitions.Has(i, player)) + (i < sample.Complete ? 5 * noise.Uniform(i) : noise.Uniform(i)))];
        double[] phi = new double[players], errors = new double[players];
        using CoalitionFit fit = new(coalitions, gains, players, Enumerable.Range(0, players).ToArray());
        fit.Shapley(phi);
        fit.StandardErrors(sample, errors);

        Column[] x = [.. Enumerable.Range(0, coalitions.Count).Select(i => Column.Build.Dense(players - 1, j => (coalitions.Has(i, j) ? 1 : 0) - (coalitions.Has(i, players - 1) ? 1 : 0)))];
        Column slopes = Column.Build.Dense(phi[..^1]);
        Matrix<double> gram = Matrix<double>.Build.Dense(players - 1, players - 1);
        for (int i = 0; i < x.Length; i++)
            gram += x[i].OuterProduct(x[i]) * coalitions.Weights[i];
        Matrix<double> inverse = gram.Inverse();
        List<Column> moves = [];
        for (int pair = sample.Complete; pair < x.Length; pair += 2)
        {
            Column move = Move(pair) + Move(pair + 1);
            int times = (int)Math.Round(coalitions.Weights[pair] * 2 * sample.Draws / sample.Plan.WeightLeft);
            moves.AddRange(Enumerable.Repeat(move * (sample.Plan.WeightLeft / 2), times));
        }

        Assert.Equal(sample.Draws, moves.Count);
        for (int player = 0; player < players; player++)
        {
            double[] own = [.. moves.Select(move => player < players - 1 ? move[player] : -move.Sum())];
            double mean = own.Average();
            Assert.Equal(Math.Sqrt(own.Sum(move => (move - mean) * (move - mean)) / own.Length / (own.Length - (players - 1))), errors[player] / Widening.Of(own.Length - (players - 1)), 1e-12);
        }

        Column Move(int i)
        {
            double response = gains[i] - (coalitions.Has(i, players - 1) ? players : 0);
            return inverse * x[i] * (response - (x[i] * slopes));
        }
    }

    /// <summary>A game and its mirror, v(all) − v(the others), have the same players that matter.</summary>
    [Fact]
    public void SelectionSeesBothEnds()
    {
        const int players = 9;
        CoalitionSample sample = new(new(players, 200), new RandomStream(1, "test"));
        CoalitionSet coalitions = sample.Coalitions;
        for (int seed = 0; seed < 10; seed++)
        {
            RandomStream noise = new(seed, "gains");
            double[] gains = [.. Enumerable.Range(0, coalitions.Count).Select(i => noise.Uniform(i))], mirrored = new double[gains.Length];
            for (int i = 0; i < gains.Length; i++)
                mirrored[i] = 2 - gains[i ^ 1];
            Assert.Equal(Chosen(gains), Chosen(mirrored));
        }

        int[] Chosen(double[] gains)
        {
            int[] chosen = new int[players];
            int count = PlayerSelection.Select(FeatureSelection.HighestWeights(4), coalitions, gains, 2, chosen);
            return chosen[..count];
        }
    }

    [Fact]
    public void FoundAgainAfterGrowing()
    {
        CoalitionSet set = new(70);
        for (ulong i = 0; i < 3000; i++)
            Assert.Equal((int)i, set.FindOrAdd([i * 0x9E3779B97F4A7C15, i % 64]));
        for (ulong i = 0; i < 3000; i++)
            Assert.Equal((int)i, set.FindOrAdd([i * 0x9E3779B97F4A7C15, i % 64]));
        Assert.Equal(3000, set.Count);
    }

    private static double Binomial(int n, int k) => k == 0 ? 1 : Binomial(n - 1, k - 1) * n / k;
}
