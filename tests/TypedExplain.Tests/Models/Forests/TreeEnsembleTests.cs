using TypedExplain.Models.Forests;
using TypedExplain.Models.Forests.Growing;

namespace TypedExplain.Tests.Models.Forests;

public class TreeEnsembleTests
{
    private static readonly ForestOptions Options = new() { Trees = 30, FeaturesPerSplit = 2, Seed = 5, MaxThreads = 1 };

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void The_same_bits_on_any_number_of_threads(int classes)
    {
        // Enough work for the other threads to have started before the first is done.
        Sample sample = Sample.Of(400, classes);
        ForestOptions options = Options with { Trees = 200 };
        TreeEnsemble one = TreeGrowerTests.Grow(sample, options);
        foreach (int? threads in (int?[])[2, 3, null])
            AssertSame(one, TreeGrowerTests.Grow(sample, options with { MaxThreads = threads }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_tree_does_not_depend_on_those_that_its_thread_grew_before(int classes)
    {
        Sample sample = Sample.Of(400, classes);
        ColumnCodes data = new(sample.Matrix, sample.Columns);
        RandomStream stream = new(Options.Seed, "forest");
        IEnumerable<DecisionTree> alone = Enumerable.Range(0, Options.Trees).Select(tree =>
            new TreeGrower(data, sample.Targets, classes, Options).Grow(stream.For(tree), CancellationToken.None));
        AssertSame(new([.. alone], sample.Columns, Math.Max(1, classes)), TreeGrowerTests.Grow(sample, Options));
    }

    [Fact]
    public void Trees_are_functions_of_the_seed_and_their_position()
    {
        Sample sample = Sample.Of(400, 0);
        TreeEnsemble forest = TreeGrowerTests.Grow(sample, Options);
        Assert.Equal(30, forest.Trees.Select(tree => tree.Root).Distinct().Count());
        Assert.NotEqual(forest.Trees[0].Root, TreeGrowerTests.Grow(sample, Options with { Seed = 6 }).Trees[0].Root);
        AssertSame(new([.. forest.Trees.Take(7)], 5, 1), TreeGrowerTests.Grow(sample, Options with { Trees = 7 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void The_score_is_the_mean_of_the_leaves_answers(int classes)
    {
        // 1027 rows: neither whole blocks nor whole groups of four.
        int outputs = Math.Max(1, classes);
        TreeEnsemble forest = TreeGrowerTests.Grow(Sample.Of(300, classes), Options);
        Sample others = Sample.Of(1027, classes, seed: 9);
        double[] scores = new double[1027 * outputs];
        int[] leaves = new int[1027 * 30];
        scores.AsSpan().Fill(double.NaN);
        forest.Score(others.Matrix, scores);
        forest.Leaves(others.Matrix, leaves);

        for (int row = 0; row < others.Rows; row++)
        {
            double[] sums = new double[outputs];
            for (int tree = 0; tree < 30; tree++)
            {
                int leaf = Walk(forest.Trees[tree], others, row);
                Assert.Equal(leaf, leaves[(row * 30) + tree]);
                Assert.Equal(leaf, forest.Trees[tree].Leaf(others.Matrix.AsSpan(row * 5, 5)));
                for (int output = 0; output < outputs; output++)
                    sums[output] += forest.Trees[tree].Values(leaf)[output];
            }

            Assert.Equal(sums.Select(sum => sum / 30), scores.Skip(row * outputs).Take(outputs));
        }
    }

    [Fact]
    public void A_row_at_the_threshold_goes_left()
    {
        DecisionTree tree = TreeGrowerTests.Grow(new([1, 2], 1, [10, 20], 0), Options with { FeaturesPerSplit = 1, Bootstrap = false }).Trees[0];
        Assert.Equal(1.5, tree.Root.Threshold);
        Assert.Equal(10, tree.Values(tree.Leaf([1.5]))[0]);
        Assert.Equal(20, tree.Values(tree.Leaf([Math.BitIncrement(1.5)]))[0]);
    }

    [Fact]
    public void Room_for_fewer_answers_than_rows_is_refused()
    {
        Sample sample = Sample.Of(50, 3);
        TreeEnsemble forest = TreeGrowerTests.Grow(sample, Options);
        Assert.Throws<ArgumentOutOfRangeException>(() => forest.Score(sample.Matrix, new double[149]));
        Assert.Throws<ArgumentOutOfRangeException>(() => forest.Leaves(sample.Matrix, new int[1499]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Growing_can_be_given_up(int threads)
    {
        Sample sample = Sample.Of(50, 0);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            TreeEnsemble.Grow(sample.Matrix, 5, sample.Targets, 0, Options with { MaxThreads = threads }, new(canceled: true)));
    }

    [Fact]
    public void Importances_are_shares_of_the_impurity_taken_off()
    {
        // The first column takes 4 off a variance of 4.25, the second the rest; the third never varies.
        Sample sample = new([0, 0, 9, 0, 1, 9, 1, 0, 9, 1, 1, 9], 3, [0, 1, 4, 5], 0);
        double[] shares = ImpurityImportance.Of(TreeGrowerTests.Grow(sample, Options with { FeaturesPerSplit = 3, Bootstrap = false }), 3);
        Assert.Equal(16 / 17.0, shares[0], 1e-12);
        Assert.Equal(1 / 17.0, shares[1], 1e-12);
        Assert.Equal(0, shares[2]);
    }

    [Fact]
    public void Importances_weigh_nodes_by_their_draws()
    {
        Sample sample = new([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1], 2, [0, 0, 0, 0, 0, 0, 1, 2], 3);
        double[] shares = ImpurityImportance.Of(TreeGrowerTests.Grow(sample, Options with { FeaturesPerSplit = 2, Bootstrap = false, Trees = 1 }), 2);

        // Root: 1 − (36 + 1 + 1)/64 = 13/32, times 8 draws 13/4; the right child of 2 draws has 1/2, times 2 draws 1.
        Assert.Equal((13 / 4.0 - 1) / (13 / 4.0), shares[0], 1e-12);
        Assert.Equal(1 / (13 / 4.0), shares[1], 1e-12);
    }

    [Fact]
    public void Every_tree_that_splits_has_the_same_say_in_the_importances()
    {
        ForestOptions options = new() { Trees = 1, FeaturesPerSplit = 2, Bootstrap = false };
        DecisionTree Tree(double[] targets) => TreeGrowerTests.Grow(new([0, 0, 0, 1, 1, 0, 1, 1], 2, targets, 0), options).Trees[0];
        TreeEnsemble forest = new([Tree([0, 0, 100, 100]), Tree([0, 1, 0, 1]), Tree([3, 3, 3, 3])], 2, 1);
        Assert.Equal([0.5, 0.5], ImpurityImportance.Of(forest, 2));
        Assert.Equal([0, 0], ImpurityImportance.Of(new([Tree([3, 3, 3, 3])], 2, 1), 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Importances_sum_to_one(int classes) =>
        Assert.Equal(1, ImpurityImportance.Of(TreeGrowerTests.Grow(Sample.Of(200, classes), Options), 5).Sum(), 1e-12);

    private static int Walk(DecisionTree tree, Sample sample, int row)
    {
        int node = 0;
        while (!tree[node].IsLeaf)
            node = sample[row, tree[node].Column] <= tree[node].Threshold ? tree[node].Left : tree[node].Right;
        return node;
    }

    private static void AssertSame(TreeEnsemble expected, TreeEnsemble actual)
    {
        Assert.Equal(expected.Trees.Length, actual.Trees.Length);
        foreach ((DecisionTree one, DecisionTree other) in expected.Trees.Zip(actual.Trees))
        {
            Assert.Equal(TreeGrowerTests.Nodes(one), TreeGrowerTests.Nodes(other));
            for (int node = 0; node < one.NodeCount; node++)
                Assert.True(one.Values(node).SequenceEqual(other.Values(node)));
        }
    }
}
