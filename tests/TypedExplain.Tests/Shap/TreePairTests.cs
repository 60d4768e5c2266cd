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

    /// <summary>A category of three columns, a forest of classes, an instance that lacks a value: what is told adds up.</summary>
    [Fact]
    public void AddUpToTheAnswer()
    {
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = new RandomForest<LoanApplication> { Trees = 20, Seed = 2 }.Train(loans.WithLabels(loans.Rows.Select(loan => loan.Housing))).Output("Own");
        TreeShap<LoanApplication> trees = new();
        ShapValues<LoanApplication> values = trees.Values(model, loans[3]);
        ShapInteractions<LoanApplication> interactions = trees.Interactions(model, loans[3]);
        Assert.Equal(values.Prediction - values.BaseValue, interactions.MainEffects.AsSpan().ToArray().Sum() + interactions.Pairs.Sum(pair => pair.Value), 1e-13);
        Assert.NotEmpty(interactions.Pairs);
        foreach (Feature<LoanApplication> feature in FeatureSchema.Of<LoanApplication>().Features)
        {
            double halves = interactions.Pairs.Where(pair => pair.Features.Contains(feature)).Sum(pair => pair.Value) / 2;
            Assert.Equal(values.Contributions[feature], interactions.MainEffects[feature] + halves, 1e-13);
        }

        Assert.Same(trees, interactions.Explainer);
        Assert.Contains(" × ", interactions.ToString());
    }

    [Fact]
    public void TheInterventionalAreRefused()
    {
        Dataset<LoanApplication> loans = Loans.Load();
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 2 }.Train(loans.WithTarget(loans.Rows.Select(Loans.Score)));
        TreeShap<LoanApplication> trees = new() { Expectation = TreeExpectation.Interventional, Background = loans };
        Assert.StartsWith("Expectation of TreeSHAP is Interventional, and interactions are read off trees", Assert.Throws<InvalidOptionException>(() => trees.Interactions(forest, loans[0])).Message);
        Assert.Throws<InvalidModelException>(() => new TreeShap<LoanApplication>().Interactions(Model.From<LoanApplication>(Loans.Score), loans[0]));
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
