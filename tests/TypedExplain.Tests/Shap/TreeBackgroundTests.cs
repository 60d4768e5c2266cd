using TypedExplain.Models.Forests;
using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.Tests.Shap;

/// <summary>Interventional TreeSHAP takes background rows in blocks of 64; a block, its neighbor and a row on its own all say the same.</summary>
public partial class TreeBackgroundTests
{
    private static readonly RandomStream s_stream = new(21, "background");

    [FeatureRecord]
    internal sealed partial record Gappy(double A, double? B, double C, double? D, bool? E);

    /// <summary>Less than a register, a block to the brim, one row more, and several, with weights of which one is small.</summary>
    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 63)]
    [InlineData(6, 64)]
    [InlineData(6, 65)]
    [InlineData(7, 150)]
    public void BlocksEqualTheDefinition(int features, int count)
    {
        Dataset<Numbers16> rows = Rows(count, 300, features);
        Forest<Numbers16> forest = Grow(rows.WithTarget(rows.Rows.Select((_, i) => s_stream.Uniform(900_000 + i))));
        WeightedRows<Numbers16> background = new(rows.Select([.. Enumerable.Range(100, count)]), [.. Enumerable.Range(0, count).Select(i => i == 1 ? 1e-3 : s_stream.Uniform(800_000 + i))]);
        TreeShap<Numbers16> trees = new() { Background = background, Expectation = TreeExpectation.Interventional };
        Numbers16[] instances = [.. rows.Rows.Take(20)];
        IReadOnlyList<ShapValues<Numbers16>> many = trees.ValuesMany(forest, instances).Results;
        for (int i = 0; i < instances.Length; i++)
        {
            ShapValues<Numbers16> one = trees.Values(forest, instances[i]);
            Assert.Equal(one.Contributions.AsSpan(), many[i].Contributions.AsSpan());
            Assert.Equal(one.ToJson(), many[i].ToJson());
            if (i > 2)
                continue;
            ShapValues<Numbers16> asked = new KernelShap<Numbers16> { Background = background }.Values(forest, instances[i]);
            for (int feature = 0; feature < features; feature++)
                Assert.Equal(asked.Contributions[feature], one.Contributions[feature], 1e-12);
        }
    }

    /// <summary>Rows that lack values go on their own, and instances that lack them in the same groups as others.</summary>
    [Theory]
    [InlineData(TreeExpectation.PathDependent)]
    [InlineData(TreeExpectation.Interventional)]
    public void WhatIsMissingStaysInTheGroup(TreeExpectation expectation)
    {
        Dataset<Gappy> rows = new(Enumerable.Range(0, 240).Select(i =>
        {
            double Number(int part) => s_stream.Uniform((5L * i) + part);
            return new Gappy(Number(0), i % 3 == 0 ? null : Number(1), Number(2), i % 4 == 1 ? null : Number(3), i % 5 == 2 ? null : Number(4) > 0.5);
        }));
        Forest<Gappy> forest = Grow(rows.WithTarget(rows.Rows.Select((row, i) => row.A + (row.B ?? 3) - ((row.D ?? 2) * row.C) + (row.E == true ? 1 : 0) + s_stream.Uniform(700_000 + i))));
        Dataset<Gappy> background = rows.Select([.. Enumerable.Range(100, 90)]);
        TreeShap<Gappy> trees = new() { Background = background, Expectation = expectation };
        Gappy[] instances = [.. rows.Rows.Take(40)];
        IReadOnlyList<ShapValues<Gappy>> many = trees.ValuesMany(forest, instances, together: 64).Results;
        for (int i = 0; i < instances.Length; i++)
        {
            ShapValues<Gappy> one = trees.Values(forest, instances[i]);
            Assert.Equal(one.ToJson(), many[i].ToJson());
            Assert.Equal(one.Prediction - one.BaseValue, one.Contributions.AsSpan().ToArray().Sum(), 1e-12);
            if (expectation == TreeExpectation.PathDependent || i > 8)
                continue;
            ShapValues<Gappy> asked = new KernelShap<Gappy> { Background = background }.Values(forest, instances[i]);
            for (int feature = 0; feature < 8; feature++)
                Assert.Equal(asked.Contributions[feature], one.Contributions[feature], 1e-12);
        }
    }

    /// <summary>A chain of so many questions, by two features in turn, goes in blocks up to 256 and row by row beyond, to the same values.</summary>
    [Theory]
    [InlineData(200)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(3000)]
    public void ChainsOfAnyLength(int questions)
    {
        TreeStep[] steps = new TreeStep[(2 * questions) + 1];
        int[] draws = new int[steps.Length];
        double[] values = new double[steps.Length];
        for (int k = 0; k < questions; k++)
        {
            steps[2 * k] = new((k + 1.0) / questions, k % 2, (2 * k) + 1);
            steps[(2 * k) + 1] = TreeStep.Leaf((2 * k) + 1);
            (draws[2 * k], draws[(2 * k) + 1], values[(2 * k) + 1]) = (questions + 1 - k, 1, s_stream.Uniform(70_000_000 + k));
        }

        steps[^1] = TreeStep.Leaf(2 * questions);
        (draws[^1], values[^1]) = (1, 3);
        Forest<Numbers16> forest = new(new TreeEnsemble([new DecisionTree(steps, new double[steps.Length], draws, draws, values)], FeatureSchema.Of<Numbers16>().Columns, 1), []);
        Assert.Equal(questions, forest.Paths[0].MostQuestions);
        Dataset<Numbers16> background = new(Enumerable.Range(0, 100).Select(i => Numbers16.Of([i / 100.0, i * 37 % 100 / 100.0])));
        foreach ((double one, double other) in ((double, double)[])[(0.001, 0.9), (0.5, 0.5), (0.9, 0.4), (1.5, 1.5)])
        {
            Numbers16 row = Numbers16.Of([one, other]);
            ShapValues<Numbers16> read = new TreeShap<Numbers16> { Background = background, Expectation = TreeExpectation.Interventional }.Values(forest, row);
            ShapValues<Numbers16> asked = new KernelShap<Numbers16> { Background = background }.Values(forest, row);
            for (int i = 0; i < 2; i++)
                Assert.Equal(asked.Contributions[i], read.Contributions[i], 1e-12);
        }
    }

    private static Forest<T> Grow<T>(Dataset<T> data)
        where T : IFeatureRecord<T> => new RandomForest<T> { Trees = 4, FeaturesPerSplit = 1, Seed = 6 }.Train(data);

    private static Dataset<Numbers16> Rows(int trial, int count, int features) =>
        new(Enumerable.Range(0, count).Select(i => Numbers16.Of([.. Enumerable.Range(0, features).Select(j => s_stream.Uniform((100_000L * trial) + (16 * i) + j))])));
}
