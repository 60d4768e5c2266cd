using TypedExplain.Explainers.Shap;
using TypedExplain.Models.Forests;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Shap;

/// <summary>Interactions read off trees against the definition.</summary>
public class TreePairTests
{
    /// <summary>Trees that ask about a feature once, twice and again below others, of 2 to 8 features.</summary>
    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, null)]
    [InlineData(5, 4)]
    [InlineData(8, null)]
    public void EqualTheDefinition(int features, int? depth)
    {
        RandomStream stream = new(11, "pairs");
        for (int trial = 0; trial < 5; trial++)
        {
            Dataset<Numbers16> rows = new(Enumerable.Range(0, 60).Select(i => Numbers16.Of([.. Enumerable.Range(0, features).Select(j => stream.Uniform((10_000 * trial) + (16 * i) + j))])));
            Forest<Numbers16> forest = new RandomForest<Numbers16> { Trees = 2, MaxDepth = depth, FeaturesPerSplit = 2, Seed = trial }
                .Train(rows.WithTarget(rows.Rows.Select((_, i) => stream.Uniform((10_000 * trial) + 5000 + i))));
            Check(forest, ShapTwin.Encode(rows[trial]), features);
        }
    }

    private static void Check(Forest<Numbers16> forest, double[] instance, int features)
    {
        int all = FeatureSchema.Of<Numbers16>().Features.Length;
        using PathDependentShap shap = new(forest.Paths, all, 1);
        using PathQuadrature quadrature = new(forest.Paths);
        double[] pairs = new double[all * all * quadrature.Width], interactions = new double[all * all];
        foreach (TreePaths paths in forest.Paths)
            shap.AddPairs(paths, 0, instance, pairs);
        shap.Sum(pairs, interactions);
        double Value(HashSet<int> known) => forest.Trees.Sum(tree => ShapTwin.PathDependent<Numbers16>(tree, 0, instance, known));
        double largest = 0;
        for (int i = 0; i < all; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double expected = i < features ? ShapTwin.Pair(features, i, j, Value) : 0;
                Assert.Equal(expected, interactions[(i * all) + j], 1e-13);
                Assert.Equal(interactions[(i * all) + j], interactions[(j * all) + i]);
                largest = Math.Max(largest, Math.Abs(expected));
            }
        }

        Assert.InRange(largest, 1e-3, 1);
    }
}
