using TypedExplain.Models.Forests;
using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.Tests.Shap;

/// <summary>TreeSHAP on many forests, deep ones and wide ones.</summary>
public class TreeShapForestTests
{
    private static readonly RandomStream s_stream = new(12, "forests");

    [Fact]
    public void TwoHundredForestsEqualTheDefinition()
    {
        double worst = 0;
        for (int trial = 0; trial < 200; trial++)
        {
            int features = 1 + (trial % 6);
            Dataset<Numbers16> rows = Rows(trial, 12 + (trial % 50), features);
            Forest<Numbers16> forest = new RandomForest<Numbers16> { Trees = 1 + (trial % 3), MaxDepth = trial % 5 == 0 ? null : 1 + (trial % 7), FeaturesPerSplit = 1, Seed = trial }
                .Train(rows.WithTarget(rows.Rows.Select((_, i) => s_stream.Uniform((100_000L * trial) + 50_000 + i))));
            double[] instance = ShapTwin.Encode(rows[trial % rows.Count]);
            double[] expected = ShapTwin.Of(features, known => forest.Trees.Average(tree => ShapTwin.PathDependent<Numbers16>(tree, 0, instance, known)));
            ShapValues<Numbers16> values = new TreeShap<Numbers16>().Values(forest, rows[trial % rows.Count]);
            for (int i = 0; i < features; i++)
                worst = Math.Max(worst, Math.Abs(expected[i] - values.Contributions[i]));
        }

        Assert.InRange(worst, 0, 1e-12);
    }

    /// <summary>A chain of 200 questions, by two features in turn: the answers about one feature keep as little as 1 row of 201.</summary>
    [Fact]
    public void PathsOfTwoHundredQuestions()
    {
        const int Questions = 200;
        TreeStep[] steps = new TreeStep[(2 * Questions) + 1];
        int[] draws = new int[steps.Length];
        double[] values = new double[steps.Length];
        for (int k = 0; k < Questions; k++)
        {
            steps[2 * k] = new((k + 1.0) / Questions, k % 2, (2 * k) + 1);
            steps[(2 * k) + 1] = TreeStep.Leaf((2 * k) + 1);
            (draws[2 * k], draws[(2 * k) + 1], values[(2 * k) + 1]) = (Questions + 1 - k, 1, s_stream.Uniform(70_000_000 + k));
        }

        steps[^1] = TreeStep.Leaf(2 * Questions);
        (draws[^1], values[^1]) = (1, 3);
        DecisionTree tree = new(steps, new double[steps.Length], draws, draws, values);
        Forest<Numbers16> forest = new(new TreeEnsemble([tree], FeatureSchema.Of<Numbers16>().Columns, 1), []);
        Assert.Equal(Questions, Depth(tree, 0));
        foreach ((double one, double other) in ((double, double)[])[(0.001, 0.9), (0.5, 0.5), (0.9, 0.4), (1.5, 1.5), (0.75, 1.5)])
        {
            Numbers16 row = Numbers16.Of([one, other]);
            double[] instance = ShapTwin.Encode(row);
            double[] expected = ShapTwin.Of(2, known => ShapTwin.PathDependent<Numbers16>(tree, 0, instance, known));
            ShapValues<Numbers16> contributions = new TreeShap<Numbers16>().Values(forest, row);
            for (int i = 0; i < 2; i++)
                Assert.Equal(expected[i], contributions.Contributions[i], 1e-13);
        }
    }

    /// <summary>Sixteen features on one path: the sum must still be what the answer is above the base value.</summary>
    [Fact]
    public void SumsOfWidePaths()
    {
        Dataset<Numbers16> rows = Rows(300, 3000, 16);
        Forest<Numbers16> forest = new RandomForest<Numbers16> { Trees = 10, FeaturesPerSplit = 1, Seed = 5 }.Train(rows.WithTarget(rows.Rows.Select((_, i) => s_stream.Uniform(50_000_000 + i))));
        Assert.InRange(forest.Paths.Max(paths => paths.MostFeatures), 12, 16);
        foreach (ShapValues<Numbers16> values in new TreeShap<Numbers16>().ValuesMany(forest, [.. rows.Rows.Take(20)]).Results)
            Assert.Equal(values.Prediction - values.BaseValue, values.Contributions.AsSpan().ToArray().Sum(), 1e-12);
    }

    private static Dataset<Numbers16> Rows(int trial, int count, int features) =>
        new(Enumerable.Range(0, count).Select(i => Numbers16.Of([.. Enumerable.Range(0, features).Select(j => s_stream.Uniform((100_000L * trial) + (16 * i) + j))])));

    private static int Depth(DecisionTree tree, int node) => tree[node] is { IsLeaf: false } own ? 1 + Math.Max(Depth(tree, own.Left), Depth(tree, own.Right)) : 0;
}
