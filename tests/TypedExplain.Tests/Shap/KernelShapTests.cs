using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Shap;

public class KernelShapTests
{
    private static readonly WeightedRows<Numbers16> s_background = Rows(6);
    private static readonly Numbers16 s_instance = Rows(1, seed: 9)[0];

    /// <summary>Products of two and three numbers, so that no method is exact by accident.</summary>
    private static readonly IModel<Numbers16> s_model = Numbers16.Model(x =>
        x.Select((value, j) => value * (j + 1) / 16).Sum() + (x[0] * x[1] * x[2]) + (2 * x[3] * x[7]) - (x[4] * x[5] * x[6] * x[8]) + (x[9] * x[10] * x[15] * 3));

    /// <summary>Few coalitions, or coalitions with many background rows, are worth the fit; cheap questions at the usual number are not.</summary>
    [Theory]
    [InlineData(null, 3, false)]
    [InlineData(null, 12, true)]
    [InlineData(200, 3, true)]
    [InlineData(3000, 3, false)]
    public void TheEstimatorFollowsTheCostOfQuestions(int? samples, int rows, bool isAdjusted)
    {
        KernelShap<Numbers16> automatic = new() { Background = Rows(rows), Samples = samples };
        ShapValues<Numbers16> own = automatic.Values(s_model, s_instance);
        ShapValues<Numbers16> same = (automatic with { Estimator = isAdjusted ? CoalitionEstimator.Adjusted : CoalitionEstimator.Published }).Values(s_model, s_instance);
        ShapValues<Numbers16> other = (automatic with { Estimator = isAdjusted ? CoalitionEstimator.Published : CoalitionEstimator.Adjusted }).Values(s_model, s_instance);
        Assert.Equal(same.Contributions.AsSpan(), own.Contributions.AsSpan());
        Assert.NotEqual(other.Contributions.AsSpan().ToArray(), own.Contributions.AsSpan().ToArray());
    }

    [Fact]
    public void MoreSamplesComeNearer()
    {
        ShapValues<Numbers16> exact = new KernelShap<Numbers16> { Background = s_background, ExactUpTo = 16 }.Values(s_model, s_instance);
        Assert.Null(exact.StandardErrors);
        Assert.Equal(Convergence.Exact, exact.Convergence);

        double few = Error(100), some = Error(700), many = Error(4000);
        Assert.True(some < few * 0.6 && many < some * 0.6, $"{few} {some} {many}");

        double Error(int samples) => Math.Sqrt(Enumerable.Range(0, 8).Average(seed => Squares(exact, new KernelShap<Numbers16> { Background = s_background, Samples = samples, Seed = seed }.Values(s_model, s_instance))));
    }

    /// <summary>The standard error is what the estimates really stray by, for both ways of drawing.</summary>
    [Theory]
    [InlineData(true, 200)]
    [InlineData(true, 800)]
    [InlineData(false, 5)]
    [InlineData(false, 40)]
    public void StandardErrorsAreHonest(bool kernel, int draws)
    {
        ShapValues<Numbers16> exact = new KernelShap<Numbers16> { Background = s_background, ExactUpTo = 16 }.Values(s_model, s_instance);
        double squares = 0, claimed = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            IShapExplainer<Numbers16> explainer = kernel
                ? new KernelShap<Numbers16> { Background = s_background, Samples = draws, Seed = seed }
                : new PermutationShap<Numbers16> { Background = s_background, Permutations = draws, Seed = seed };
            ShapValues<Numbers16> values = explainer.Values(s_model, s_instance);
            squares += Squares(exact, values);
            claimed += values.StandardErrors!.AsSpan().ToArray().Sum(error => error * error);
            Assert.Equal(SolveStatus.Sampled, values.Convergence.Status);
            Assert.Equal(values.StandardErrors.AsSpan().ToArray().Max(), values.Convergence.Residual);
        }

        Assert.InRange(Math.Sqrt(claimed / squares), 0.75, 1.5);
    }

    /// <summary>Draws depend on the seed and on the instance's own content.</summary>
    [Fact]
    public void SeedAndInstanceChooseTheDraws()
    {
        foreach (CoalitionExplainer<Numbers16> explainer in (CoalitionExplainer<Numbers16>[])[new KernelShap<Numbers16> { Background = s_background, Samples = 60 }, new PermutationShap<Numbers16> { Background = s_background }])
        {
            Assert.Equal(Asked(explainer, s_instance), Asked(explainer, s_instance));
            Assert.NotEqual(Asked(explainer, s_instance), Asked(explainer with { Seed = 1 }, s_instance));
            Assert.NotEqual(Asked(explainer, s_instance), Asked(explainer, s_instance with { X0 = 17 }));
        }

        // Which features each row of the second batch takes from the instance.
        static string Asked(CoalitionExplainer<Numbers16> explainer, Numbers16 instance)
        {
            string known = "";
            _ = explainer.Values(Model.FromRows<Numbers16>((rows, scores) =>
            {
                known = "";
                double[] own = ShapTwin.Encode(instance);
                for (int row = 0; row < rows.Count; row++)
                    known += string.Concat(rows[row].ToArray().Zip(own, (value, mine) => value == mine ? '1' : '0')) + " ";
                scores.Fill(rows.Count);
            }), instance);
            return known;
        }
    }

    [Fact]
    public void EqualFeaturesGetEqualValues()
    {
        // x0 and x1 enter alike and have the same values everywhere.
        Numbers16[] rows = [.. s_background.Rows.Rows.Select(row => row with { X1 = row.X0 })];
        Numbers16 instance = s_instance with { X1 = s_instance.X0 };
        IModel<Numbers16> model = Numbers16.Model(x => (x[0] * x[1]) + ((x[0] + x[1]) * x[2]) + Math.Max(x[3], x[4]));
        ShapValues<Numbers16> values = new KernelShap<Numbers16> { Background = new Dataset<Numbers16>(rows) }.Values(model, instance);
        Assert.Equal(values.Contributions.X0, values.Contributions.X1, 1e-14);
        Assert.NotEqual(0, values.Contributions.X0, 1e-3);

        // With a complete sample of pairs, sampled or not, symmetry holds.
        values = new KernelShap<Numbers16> { Background = new Dataset<Numbers16>(rows.Select(row => row with { X12 = instance.X12, X13 = instance.X13, X14 = instance.X14, X15 = instance.X15, X11 = instance.X11 })) }.Values(model, instance);
        Assert.Equal(values.Contributions.X0, values.Contributions.X1, 1e-14);
        Assert.Null(values.StandardErrors);
    }

    [Theory]
    [InlineData(16, null, 2, 1 + 2 + (((1 << 16) - 2) * 2))]
    [InlineData(0, 500, 2, 1 + 2 + (500 * 2))]
    [InlineData(0, 501, 3, 1 + 3 + (500 * 3))]
    [InlineData(8, null, 1, 1 + 1 + 2048 + 32)]
    public void QueriesAreCounted(int exactUpTo, int? samples, int rows, int expected)
    {
        int asked = 0, batches = 0;
        IModel<Numbers16> counting = Model.FromRows<Numbers16>((batch, scores) =>
        {
            asked += batch.Count;
            batches++;
            s_model.Score(batch, scores);
        });
        ShapValues<Numbers16> values = new KernelShap<Numbers16> { Background = Rows(rows), ExactUpTo = exactUpTo, Samples = samples }.Values(counting, s_instance);
        Assert.Equal((expected, expected), (asked, values.Queries));

        // The background with the instance, then all coalitions: in one batch, or in large ones.
        Assert.Equal(exactUpTo == 16 ? 33 : 2, batches);
    }

    [Fact]
    public void ScoringInBlocksChangesNothing()
    {
        // 5000 background rows of 16 columns: 13 coalitions fill a block of a million numbers.
        WeightedRows<Numbers16> many = new(new Dataset<Numbers16>(Enumerable.Range(0, 5000).Select(i => s_background.Rows[i % 6])), Enumerable.Repeat(1.0, 5000));
        WeightedRows<Numbers16> few = new(s_background.Rows, Enumerable.Range(0, 6).Select(i => i < 5000 % 6 ? 834.0 : 833.0));
        KernelShap<Numbers16> explainer = new() { Background = many, Samples = 60, Estimator = CoalitionEstimator.Published };
        ShapValues<Numbers16> blocks = explainer.Values(s_model, s_instance), one = (explainer with { Background = few }).Values(s_model, s_instance);
        for (int i = 0; i < 16; i++)
            Assert.Equal(one.Contributions[i], blocks.Contributions[i], 1e-11);
    }

    [Fact]
    public void SelectionKeepsAsManyAsAskedFor()
    {
        KernelShap<Numbers16> all = new() { Background = s_background };
        foreach (FeatureSelection selection in (FeatureSelection[])[FeatureSelection.LassoPath(5), FeatureSelection.HighestWeights(5), FeatureSelection.Forward(5)])
        {
            ShapValues<Numbers16> values = (all with { Selection = selection }).Values(s_model, s_instance);
            Assert.InRange(values.Contributions.AsSpan().ToArray().Count(share => share != 0), 1, 5);
            Assert.Equal(values.Prediction - values.BaseValue, values.Contributions.AsSpan().ToArray().Sum(), 1e-12);
        }

        // A sum of three features is found and divided exactly.
        IModel<Numbers16> sparse = Numbers16.Model(x => (3 * x[2]) - (2 * x[7]) + x[11]);
        ShapValues<Numbers16> three = (all with { Selection = FeatureSelection.LassoPath(3) }).Values(sparse, s_instance);
        double mean = Enumerable.Range(0, 6).Average(row => s_background.Rows[row].X7);
        Assert.Equal(-2 * (s_instance.X7 - mean), three.Contributions.X7, 1e-10);
        Assert.Equal(3, three.Contributions.AsSpan().ToArray().Count(share => share != 0));
    }

    [Fact]
    public void LogOddsAreAddedUp()
    {
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => Loans.Score(loan) / 2);
        WeightedRows<LoanApplication> background = loans;
        ShapValues<LoanApplication> values = new KernelShap<LoanApplication> { Background = background, Link = LinkFunction.Logit }.Values(model, loans[3]);
        double Odds(HashSet<int> known) => ShapTwin.Interventional(model, loans[3], background, known) is var mean ? Math.Log(mean / (1 - mean)) : 0;
        double[] expected = ShapTwin.Of(4, Odds);
        for (int i = 0; i < 4; i++)
            Assert.Equal(expected[i], values.Contributions[i], 1e-12);
        Assert.Equal("log odds of score", values.Output);
        Assert.Equal(Odds([0, 1, 2, 3]), values.Prediction, 1e-14);
        Assert.Equal(Odds([]), values.BaseValue, 1e-14);
    }

    [Fact]
    public void NeighborsOfFewSamplesAreCalledSo()
    {
        ShapValues<Numbers16> values = new KernelShap<Numbers16> { Background = s_background, Samples = 32 }.Values(s_model, s_instance);
        Assert.Equal(16, values.Convergence.Iterations, 4.0);
        Assert.True(values.Caveats.HasFlag(Caveats.FewEffectiveSamples) || values.StandardErrors!.AsSpan().ToArray().All(double.IsFinite));
        Assert.All(values.Contributions.AsSpan().ToArray(), share => Assert.True(double.IsFinite(share)));

        ShapValues<Numbers16> one = new PermutationShap<Numbers16> { Background = s_background, Permutations = 1 }.Values(s_model, s_instance);
        Assert.True(one.Caveats.HasFlag(Caveats.FewEffectiveSamples));
        Assert.All(one.StandardErrors!.AsSpan().ToArray(), error => Assert.True(double.IsPositiveInfinity(error)));
        Assert.True(double.IsFinite(new PermutationShap<Numbers16> { Background = s_background, Permutations = 1 }.Explain(s_model, s_instance).LocalPrediction));
    }

    [Fact]
    public void OrdersTakenBothWaysAreExactForPairs()
    {
        IModel<Numbers16> pairs = Numbers16.Model(x => (x[0] * x[1]) + (x[2] * x[15]) - (3 * x[7] * x[8]) + x[4]);
        ShapValues<Numbers16> exact = new KernelShap<Numbers16> { Background = s_background, ExactUpTo = 16 }.Values(pairs, s_instance);
        ShapValues<Numbers16> one = new PermutationShap<Numbers16> { Background = s_background, Permutations = 1, Seed = 8 }.Values(pairs, s_instance);
        for (int i = 0; i < 16; i++)
            Assert.Equal(exact.Contributions[i], one.Contributions[i], 1e-12);
        Assert.Equal(1 + 6 + (2 * 15 * 6), one.Queries);
    }

    private static double Squares(ShapValues<Numbers16> exact, ShapValues<Numbers16> values) =>
        Enumerable.Range(0, 16).Sum(i => Math.Pow(values.Contributions[i] - exact.Contributions[i], 2));

    private static Dataset<Numbers16> Rows(int count, int seed = 1)
    {
        RandomStream stream = new(seed, "rows");
        return new(Enumerable.Range(0, count).Select(row => Numbers16.Of([.. Enumerable.Range(0, 16).Select(j => (4 * stream.Uniform((16 * row) + j)) - 2)])));
    }
}
