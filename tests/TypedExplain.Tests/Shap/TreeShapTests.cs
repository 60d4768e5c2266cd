using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Shap;

/// <summary>TreeSHAP against Shapley's definition, on small and large trees, with grouped categories and questions asked twice.</summary>
public class TreeShapTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    public static TheoryData<int?, int, bool> Forests => new()
    {
        { null, 4, true },
        { 2, 6, true },
        { 1, 6, false },
        { 5, 1, false },
    };

    [Theory]
    [MemberData(nameof(Forests))]
    public void NumbersOfLoans(int? depth, int columns, bool bootstrap) =>
        Check(Grow(s_loans.WithTarget(s_loans.Rows.Select(Loans.Score)), depth, columns, bootstrap), s_loans);

    [Theory]
    [MemberData(nameof(Forests))]
    public void ClassesOfLoans(int? depth, int columns, bool bootstrap) =>
        Check(Grow(s_loans.WithLabels(s_loans.Rows.Select(loan => (Housing)(loan.Age % 3))), depth, columns, bootstrap), s_loans);

    /// <summary>A category of three fills most columns, so paths ask about it several times.</summary>
    [Fact]
    public void Texts()
    {
        Twin<Texts> twin = new();
        Random random = new(3);
        Dataset<Texts> rows = new(Enumerable.Range(0, 30).Select(_ => twin.Random(random)));
        Forest<Texts> forest = Grow(rows.WithTarget(rows.Rows.Select((row, i) => (i * 7 % 5) + (row.Purpose == "car" ? 2.0 : 0))), null, 2, true);
        Assert.Contains(forest.Trees, tree => AsksTwice(tree, column => column < 3));
        Check(forest, rows);
    }

    /// <summary>Trees so deep that a quadrature of too few points, or a sum that cancels, would show.</summary>
    [Fact]
    public void ManyFeaturesOnAPath()
    {
        RandomStream stream = new(4, "deep");
        Dataset<Numbers16> rows = new(Enumerable.Range(0, 120).Select(i => Numbers16.Of([.. Enumerable.Range(0, 8).Select(j => stream.Uniform((16 * i) + j))])));
        Forest<Numbers16> forest = Grow(rows.WithTarget(rows.Rows.Select((_, i) => stream.Uniform((16L * i) + 9))), null, 1, true);
        Assert.Contains(forest.Paths, paths => paths.MostFeatures == 8);

        // Few background rows: the twin asks for all 8! orders.
        Check(forest, rows.Select([0, 1, 2, 3]));
    }

    [Fact]
    public void InterventionalIsExactKernelShap()
    {
        Forest<LoanApplication> forest = Grow(s_loans.WithTarget(s_loans.Rows.Select(Loans.Score)), null, 3, true);
        WeightedRows<LoanApplication> background = s_loans.Summarize(9, seed: 2);
        TreeShap<LoanApplication> trees = new() { Expectation = TreeExpectation.Interventional, Background = background };
        KernelShap<LoanApplication> kernel = new() { Background = background };
        foreach (LoanApplication loan in s_loans.Rows)
        {
            ShapValues<LoanApplication> read = trees.Values(forest, loan), asked = kernel.Values(forest, loan);
            Assert.Equal(asked.BaseValue, read.BaseValue, 1e-12);
            for (int i = 0; i < 4; i++)
                Assert.Equal(asked.Contributions[i], read.Contributions[i], 1e-12);
        }
    }

    [Fact]
    public void OutputsOfAForest()
    {
        Forest<LoanApplication> forest = Grow(s_loans.WithLabels(s_loans.Rows.Select(loan => loan.Housing)), 3, 2, true);
        TreeShap<LoanApplication> trees = new() { Background = s_loans };
        var all = trees.ValuesOfOutputs(forest, s_loans[4]);
        Assert.Equal(["Rent", "Mortgage", "Own"], all.Select(values => values.Output));
        foreach (ShapValues<LoanApplication> values in all)
        {
            IModel<LoanApplication> one = forest.Output(values.Output);
            Assert.Equal(values.Contributions.AsSpan(), trees.Values(one, s_loans[4]).Contributions.AsSpan());
            Assert.Equal(values.Output, trees.Explain(one, s_loans[4]).Output);
        }

        // Probabilities sum to 1, so what a feature adds to them sums to 0.
        for (int i = 0; i < 4; i++)
            Assert.Equal(0, all.Sum(values => values.Contributions[i]), 1e-14);
    }

    /// <summary>Instances that go through the trees together, in groups of any size, with one between them whose values are not allowed.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(20)]
    public void ManyHaveTheBitsOfEach(int count)
    {
        Forest<LoanApplication> forest = Grow(s_loans.WithLabels(s_loans.Rows.Select(loan => loan.Housing)), null, 2, true);
        IModel<LoanApplication> model = forest.Output("Own");
        LoanApplication[] loans = [.. Enumerable.Range(0, count).Select(i => s_loans[i % s_loans.Count] with { Age = i == 4 ? -1 : 18 + (i * 7 % 60) })];
        TreeShap<LoanApplication> trees = new();
        foreach (int together in (int[])[1, 5, 64])
        {
            RowOutcomes<ShapValues<LoanApplication>> many = trees.ValuesMany(model, loans, threads: 2, together: together);
            Assert.Equal(count > 4 ? 1 : 0, many.Failed.Count);
            for (int i = 0; i < count; i++)
            {
                if (many[i] is Failed<ShapValues<LoanApplication>> failed)
                {
                    Assert.Equal(4, i);
                    Assert.Equal(Assert.Throws<InvalidFeatureException>(() => trees.Values(model, loans[i])).Message, failed.Error.Message);
                    continue;
                }

                ShapValues<LoanApplication> one = trees.Values(model, loans[i]), own = Assert.IsType<Explained<ShapValues<LoanApplication>>>(many[i]).Result;
                Assert.Same(loans[i], own.Instance);
                Assert.Equal(one.Contributions.AsSpan(), own.Contributions.AsSpan());
                Assert.Equal(one.ToJson(), own.ToJson());
            }
        }
    }

    [Fact]
    public void OnlyForestsAreRead()
    {
        TreeShap<LoanApplication> trees = new();
        string message = Assert.Throws<InvalidModelException>(() => trees.Values(Model.From<LoanApplication>(Loans.Score), s_loans[0])).Message;
        Assert.Equal("TreeSHAP reads the trees of a model and accepts a Forest<LoanApplication>, or one output of it chosen with forest.Output(...). For other models use KernelShap<LoanApplication>.", message);
        IModel<LoanApplication> output = Model.From<LoanApplication>(["a", "b"], (_, scores) => scores.Clear()).Output("a");
        Assert.Equal(message, Assert.Throws<InvalidModelException>(() => trees.Values(output, s_loans[0])).Message);
        Forest<LoanApplication> forest = Grow(s_loans.WithLabels(s_loans.Rows.Select(loan => loan.Housing)), 3, 2, true);
        Assert.Contains("3 outputs (Rent, Mortgage, Own)", Assert.Throws<InvalidModelException>(() => trees.Values(forest, s_loans[0])).Message);
    }

    private static Forest<T> Grow<T>(Dataset<T> data, int? depth, int columns, bool bootstrap)
        where T : IFeatureRecord<T> =>
        new RandomForest<T> { Trees = 3, MaxDepth = depth, FeaturesPerSplit = columns, Bootstrap = bootstrap, Seed = 6 }.Train(data);

    private static void Check<T>(Forest<T> forest, Dataset<T> rows)
        where T : IFeatureRecord<T>
    {
        int features = T.Schema.Features.Length;
        int players = features > 8 ? 8 : features;
        WeightedRows<T> background = new(rows.Select([0, 1, 2, 3]), [1, 2, 0.5, 1]);
        TreeShap<T> path = new(), interventional = new() { Expectation = TreeExpectation.Interventional, Background = background };
        foreach (T instance in (T[])[rows[0], rows[rows.Count / 2], rows[rows.Count - 1]])
        {
            double[] columns = ShapTwin.Encode(instance);
            for (int output = 0; output < forest.Outputs.Length; output++)
            {
                IModel<T> model = forest.Output(forest.Outputs[output]);
                double OfPaths(HashSet<int> known) => forest.Trees.Average(tree => ShapTwin.PathDependent<T>(tree, output, columns, known));
                ShapValues<T> values = path.Values(model, instance);
                Assert.Equal(OfPaths([]), values.BaseValue, 1e-12);
                Close(ShapTwin.Of(players, OfPaths), values);
                Assert.Equal(1, values.Queries);

                double OfRows(HashSet<int> known) => ShapTwin.Interventional(model, instance, background, known);
                values = interventional.Values(model, instance);
                Assert.Equal(OfRows([]), values.BaseValue, 1e-12);
                Close(ShapTwin.Of(players, OfRows), values);
                Assert.Equal(5, values.Queries);
            }
        }
    }

    /// <summary>Deep paths have more points than a register holds, and a list of features that are asked about again and again.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(16)]
    public void ManyHaveTheBitsOfEachOnDeepPaths(int features)
    {
        RandomStream stream = new(7, "many");
        Dataset<Numbers16> rows = new(Enumerable.Range(0, 200).Select(i => Numbers16.Of([.. Enumerable.Range(0, features).Select(j => stream.Uniform((16 * i) + j))])));
        Forest<Numbers16> forest = Grow(rows.WithTarget(rows.Rows.Select((_, i) => stream.Uniform(16 * (1000L + i)))), null, 1, true);
        Numbers16[] instances = [.. rows.Rows.Take(13)];
        TreeShap<Numbers16> trees = new();
        IReadOnlyList<ShapValues<Numbers16>> many = trees.ValuesMany(forest, instances).Results;
        for (int i = 0; i < instances.Length; i++)
            Assert.Equal(trees.Values(forest, instances[i]).Contributions.AsSpan(), many[i].Contributions.AsSpan());
    }

    private static void Close<T>(double[] expected, ShapValues<T> values)
        where T : IFeatureRecord<T>
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], values.Contributions[i], 1e-13);
        Assert.Equal(values.Prediction - values.BaseValue, values.Contributions.AsSpan().ToArray().Sum(), 1e-13);
        Assert.Null(values.StandardErrors);
    }

    private static bool AsksTwice(DecisionTree tree, Func<int, bool> isOne, int node = 0, int asked = 0)
    {
        TreeNode own = tree[node];
        if (own.IsLeaf)
            return asked > 1;
        asked += isOne(own.Column) ? 1 : 0;
        return AsksTwice(tree, isOne, own.Left, asked) || AsksTwice(tree, isOne, own.Right, asked);
    }
}
