using System.Numerics;
using TypedExplain.Surrogates.Coalitions;
using TypedExplain.Surrogates.Coalitions.Pairs;

namespace TypedExplain.Tests.Shap;

public class PairTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(9, 45)]
    [InlineData(12, 150)]
    [InlineData(13, 2000)]
    [InlineData(16, 32767)]
    [InlineData(40, 250)]
    [InlineData(65, 450)]
    [InlineData(200, 500)]
    [InlineData(5000, 6024)]
    public void ASampleSpendsItsBudgetOnDifferentPairs(int players, int pairs)
    {
        PairSample sample = new(new(players, pairs), new RandomStream(1, "test"));
        CoalitionSet coalitions = sample.Coalitions;
        Assert.Equal((pairs, 2 * pairs, pairs), (sample.Plan.Pairs, coalitions.Count, sample.Count));
        Assert.Equal(2 * pairs, Enumerable.Range(0, 2 * pairs).Select(i => string.Join(',', coalitions[i].ToArray())).Distinct().Count());
        double[] sums = new double[(players / 2) + 1];
        for (int pair = 0; pair < pairs; pair++)
        {
            ulong[] both = [.. Enumerable.Range(0, coalitions.Words).Select(word => coalitions[2 * pair][word] ^ coalitions[(2 * pair) + 1][word])];
            Assert.Equal(players, both.Sum(word => BitOperations.PopCount(word)));
            int size = coalitions[2 * pair].ToArray().Sum(word => BitOperations.PopCount(word));
            sums[size] += sample.Weights[pair];
            Assert.InRange(sample.Inclusions[pair], 0, 1);
        }

        // Every size has its weight of the kernel, and nearly as many pairs as any other, or all.
        for (int size = 1; size < sums.Length; size++)
            Assert.Equal((2 * size == players ? 0.5 : 1) / ((double)size * (players - size)), sums[size], 1e-12);
        int most = Enumerable.Range(1, players / 2).Max(sample.Plan.Taken);
        Assert.All(Enumerable.Range(1, players / 2).Where(size => !sample.Plan.IsComplete(size)), size => Assert.InRange(sample.Plan.Taken(size), (most / (2 * size == players ? 2 : 1)) - 1, most));
    }

    [Fact]
    public void AllPairsAreTakenOfAFullBudget()
    {
        foreach ((int players, int pairs) in (ReadOnlySpan<(int, int)>)[(2, 1), (3, 3), (7, 63), (10, 511)])
        {
            PairPlan plan = new(players, pairs);
            Assert.True(plan.AllTaken);
            Assert.Equal((pairs, 0), (plan.Pairs, plan.Drawn));
        }

        Assert.False(new PairPlan(10, 510).AllTaken);
    }

    /// <summary>What rows are above the fit to other folds, by one matrix, is what a fit without the fold leaves of them.</summary>
    [Fact]
    public void FoldsAreLeftOutExactly()
    {
        const int Players = 9;
        RandomStream stream = new(3, "folds");
        PairSample sample = new(new(Players, 60), stream.For(1));
        double[] responses = new double[sample.Count + 1];
        stream.FillNormal(0, responses);
        ParityKernel kernel = new(Parity.Odd, [.. Enumerable.Range(1, Players).Select(i => 1.0 / i)], 0.2);
        int[] all = [.. Enumerable.Range(0, sample.Count + 1)];
        ParityFit whole = ParityFit.Best(sample, kernel, [0.1], all, all, responses, leavesFolds: true)!;
        Assert.Equal(sample.Count + 1, whole.WithoutFold.Length);
        for (int fold = 0; fold < ParityFit.Folds; fold++)
        {
            int[] others = [.. all.Where(row => row == sample.Count || row % ParityFit.Folds != fold)];
            ParityFit part = ParityFit.Best(sample, kernel, [0.1], others, all, [.. others.Select(row => responses[row])])!;
            for (int row = fold; row < sample.Count; row += ParityFit.Folds)
                Assert.Equal(responses[row] - part.Of(sample[row]), whole.WithoutFold[row], 1e-7);
        }

        Assert.Empty(ParityFit.Best(sample, kernel, [0.1], all, all, responses)!.WithoutFold);
    }

    /// <summary>Where what folds leave adds up to more than the squares of single pairs, errors grow by its root; they never shrink.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(4, true)]
    public void WhatAddsUpOverFoldsWidensErrors(double times, bool isWider)
    {
        const int players = 8, pairs = 50;
        PairSample sample = new(new(players, pairs), new RandomStream(5, "test"));
        double[] without = new double[pairs + 1], errors = new double[players], folded = new double[players], counts = new double[players];
        new RandomStream(6, "left").FillNormal(0, without);
        double[] folds = [.. without.Select(left => times * left)];
        ShareForm form = new(players);
        new PairValues(sample).Add(without, without, [], form, new double[players], errors);
        new PairValues(sample).Add(without, without, folds, form, new double[players], folded);

        double all = 0, asked = 0;
        double[][] sums = [.. Enumerable.Range(0, ParityFit.Folds).Select(_ => new double[players])];
        for (int pair = 0; pair < pairs; pair++)
        {
            form.Fill(sample[pair], sample.Weights[pair], counts);
            for (int i = 0; i < players; i++)
            {
                double square = (1 - sample.Inclusions[pair]) * without[pair] * without[pair] * counts[i] * counts[i];
                all += square;
                asked += sample.Inclusions[pair] * square;
                sums[pair % ParityFit.Folds][i] += Math.Sqrt(1 - sample.Inclusions[pair]) * folds[pair] * counts[i];
            }
        }

        double together = 1 + ((1 - (asked / all)) * ((sums.Sum(own => own.Sum(sum => sum * sum)) / all) - 1));
        double freedom = sample.Plan.Drawn / (double)(sample.Plan.Drawn - players);
        Assert.Equal(isWider, together > freedom);
        for (int i = 0; i < players; i++)
            Assert.Equal(errors[i] * Math.Sqrt(Math.Max(1, together / freedom)), folded[i], 1e-12);
    }

    /// <summary>
    /// Sums over the pairs asked are right on average: each pair weighs by the share that is taken. Counting each once by its kernel's weight, as
    /// after draws whose duplicates are left out, is not.
    /// </summary>
    [Fact]
    public void SumsAreRightOnAverage()
    {
        const int players = 7, samples = 3000;
        double[] game = Game(players, 3), exact = new double[players];
        ShapleyFormula.Fill(game, exact);
        double[] right = new double[players], squares = new double[players], wrong = new double[players];
        ShareForm form = new(players);
        for (int seed = 0; seed < samples; seed++)
        {
            PairSample sample = new(new(players, 30), new RandomStream(seed, "test"));
            double[] odd = new PairShares(sample).Halves(Parity.Odd, Asked(sample, game), game[0], game[^1]), shares = new double[players], counts = new double[players];
            new PairValues(sample).Add(odd, [], [], form, shares, new double[players]);
            double[] uncorrected = [.. Enumerable.Repeat(2 * odd[^1] / players, players)];
            double all = Enumerable.Range(0, sample.Count).Sum(pair => sample.Weights[pair] * sample.Inclusions[pair]), kernel = Enumerable.Range(0, sample.Count).Sum(pair => sample.Weights[pair]);
            for (int pair = 0; pair < sample.Count; pair++)
            {
                form.Fill(sample[pair], sample.Weights[pair] * sample.Inclusions[pair] * kernel / all, counts);
                for (int i = 0; i < players; i++)
                    uncorrected[i] += odd[pair] * counts[i];
            }

            for (int i = 0; i < players; i++)
            {
                right[i] += shares[i] / samples;
                squares[i] += (shares[i] - exact[i]) * (shares[i] - exact[i]) / samples;
                wrong[i] += uncorrected[i] / samples;
            }
        }

        double worst = 0;
        for (int i = 0; i < players; i++)
        {
            double error = Math.Sqrt(squares[i] / samples);
            Assert.InRange(right[i] - exact[i], -4.5 * error, 4.5 * error);
            worst = Math.Max(worst, Math.Abs(wrong[i] - exact[i]) / error);
        }

        Assert.True(worst > 10, $"{worst}");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    public void AllPairsGiveTheDefinition(int players)
    {
        double[] game = Game(players, players), exact = new double[players], shares = new double[players], errors = new double[players];
        ShapleyFormula.Fill(game, exact);
        PairSample sample = new(new(players, (1 << (players - 1)) - 1), new RandomStream(1, "test"));
        double[] values = Asked(sample, game);
        Assert.True(new PairShares(sample).Fill(values, game[0], game[^1], shares, errors, default));
        int pairs = players * (players - 1) / 2;
        double[] both = new double[pairs + players], bothErrors = new double[pairs + players];
        new PairInteractions(sample).Fill(values, game[0], game[^1], shares, both, bothErrors, default);
        for (int i = 0, at = 0; i < players; i++)
        {
            Assert.Equal(exact[i], shares[i], 1e-12);
            Assert.Equal((0, 0), (errors[i], bothErrors[i]));
            double given = 0;
            for (int j = 0; j < players; j++)
                given -= j == i ? 0 : Interaction(game, players, i, j) / 2;
            Assert.Equal(given, both[pairs + i], 1e-12);
            for (int j = i + 1; j < players; j++)
                Assert.Equal(Interaction(game, players, i, j), both[at++], 1e-12);
        }
    }

    /// <summary>The kernel and its values, slowly: a sum over all sets of players.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheKernelIsASumOverSets(bool isOdd)
    {
        const int players = 6;
        const double rate = 0.3;
        double[] scales = [1, 0.5, 0.05, 0.8, 0.3, 0.6];
        ParityKernel kernel = new(isOdd ? Parity.Odd : Parity.Even, scales, rate);
        ulong[] center = [0b010110];
        double[] game = new double[1 << players], shares = new double[players], values = new double[isOdd ? players : players * (players - 1) / 2];
        for (int coalition = 0; coalition < game.Length; coalition++)
        {
            double sum = isOdd ? 0 : 10 * Lowest(players, scales);
            for (int set = 1; set < game.Length; set++)
            {
                int size = BitOperations.PopCount((uint)set);
                if (size % 2 != (isOdd ? 1 : 0))
                    continue;
                double variance = Enumerable.Range(0, players).Where(i => (set >> i & 1) == 1).Aggregate(1.0, (product, i) => product * rate * scales[i]) / (isOdd ? rate : rate * rate);
                int differing = BitOperations.PopCount((uint)(set & (coalition ^ (int)center[0])));
                sum += (differing % 2 == 0 ? 1 : -1) * variance * (size <= 2 ? 11 : 1);
            }

            game[coalition] = sum;
            Assert.Equal(sum, kernel.Of([(ulong)coalition], center), 1e-12);
        }

        ShapleyFormula.Fill(game, shares);
        kernel.AddValues(center, 1, values);
        for (int i = 0, at = 0; i < players; i++)
        {
            if (isOdd)
                Assert.Equal(shares[i], values[i], 1e-12);
            for (int j = i + 1; j < players && !isOdd; j++)
                Assert.Equal(Interaction(game, players, i, j), values[at++], 1e-12);
        }
    }

    /// <summary>A sum of players is divided exactly by any sample that tells them apart.</summary>
    [Theory]
    [InlineData(12, 12)]
    [InlineData(12, 60)]
    [InlineData(130, 300)]
    [InlineData(300, 700)]
    public void SumsOfPlayersAreDividedExactly(int players, int pairs)
    {
        PairSample sample = new(new(players, pairs), new RandomStream(4, "test"));
        double[] values = [.. Enumerable.Range(0, 2 * pairs).Select(i => Enumerable.Range(0, players).Where(player => sample.Coalitions.Has(i, player)).Sum(player => player - 6.5))];
        double[] shares = new double[players], errors = new double[players];
        Assert.True(new PairShares(sample).Fill(values, 0, Enumerable.Range(0, players).Sum(player => player - 6.5), shares, errors, default));
        for (int player = 0; player < players; player++)
            Assert.Equal(player - 6.5, shares[player], 1e-8);
    }

    /// <summary>Players who are all alike get the same, of any sample.</summary>
    [Fact]
    public void PlayersWhoAreAlikeGetTheSame()
    {
        const int players = 20;
        PairSample sample = new(new(players, 200), new RandomStream(4, "test"));
        double[] shares = new double[players], errors = new double[players];
        double[] values = [.. Enumerable.Range(0, 400).Select(i => Value(Enumerable.Range(0, players).Count(player => sample.Coalitions.Has(i, player))))];
        Assert.True(new PairShares(sample).Fill(values, Value(0), Value(players), shares, errors, default));
        for (int player = 0; player < players; player++)
            Assert.InRange(shares[player] - ((Value(players) - Value(0)) / players), -6 * errors[player], 6 * errors[player]);
        Assert.Equal(Value(players) - Value(0), shares.Sum(), 1e-12);
        Assert.True(errors.Max() < 0.01, $"{errors.Max()}");

        static double Value(int present) => 1 / (1 + Math.Exp(4 - (0.5 * present)));
    }

    /// <summary>For twenty queries per player the squares of errors are less than a third of the published estimator's.</summary>
    [Fact]
    public void ErrorsAreSmaller()
    {
        double before = 0, now = 0;
        for (int seed = 0; seed < 24; seed++)
        {
            const int players = 10;
            RandomStream stream = new(seed, "logistic");
            double[] weights = new double[players], exact = new double[players], shares = new double[players];
            for (int i = 0; i < players; i++)
                weights[i] = (4 * stream.Uniform(i)) - 2;
            double[] game = [.. Enumerable.Range(0, 1 << players).Select(coalition => 1 / (1 + Math.Exp(-Enumerable.Range(0, players).Sum(i => (coalition >> i & 1) * weights[i]))))];
            ShapleyFormula.Fill(game, exact);

            PairSample sample = new(new(players, 100), stream);
            Assert.True(new PairShares(sample).Fill(Asked(sample, game), game[0], game[^1], shares, new double[players], default));
            now += shares.Zip(exact, (share, own) => (share - own) * (share - own)).Sum();

            CoalitionSample published = new(new(players, 200), stream);
            double[] gains = [.. Enumerable.Range(0, published.Coalitions.Count).Select(i => game[published.Coalitions[i][0]] - game[0])];
            using CoalitionFit fit = new(published.Coalitions, gains, game[^1] - game[0], Enumerable.Range(0, players).ToArray());
            fit.Shapley(shares);
            before += shares.Zip(exact, (share, own) => (share - own) * (share - own)).Sum();
        }

        Assert.True(now < before / 3, $"{now} {before}");
    }

    private static double[] Asked(PairSample sample, double[] game) => [.. Enumerable.Range(0, sample.Coalitions.Count).Select(i => game[sample.Coalitions[i][0]])];

    private static double[] Game(int players, int seed)
    {
        RandomStream stream = new(seed, "game");
        return [.. Enumerable.Range(0, 1 << players).Select(coalition => stream.Uniform(coalition))];
    }

    private static double Lowest(int players, double[] scales) =>
        Enumerable.Range(0, players).Sum(i => Enumerable.Range(i + 1, players - i - 1).Sum(j => scales[i] * scales[j]));

    /// <summary>Σ over S without i and j of s!(n−s−2)!/(n−1)! · (v(S ∪ ij) − v(S ∪ i) − v(S ∪ j) + v(S)).</summary>
    private static double Interaction(double[] game, int players, int i, int j)
    {
        double sum = 0;
        for (int coalition = 0; coalition < game.Length; coalition++)
        {
            if ((coalition >> i & 1) + (coalition >> j & 1) > 0)
                continue;
            int size = BitOperations.PopCount((uint)coalition);
            double weight = Factorial(size) * Factorial(players - size - 2) / Factorial(players - 1);
            sum += weight * (game[coalition | 1 << i | 1 << j] - game[coalition | 1 << i] - game[coalition | 1 << j] + game[coalition]);
        }

        return sum;
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
