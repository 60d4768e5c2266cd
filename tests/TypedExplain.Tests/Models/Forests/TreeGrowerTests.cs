using TypedExplain.Models.Forests;
using TypedExplain.Models.Forests.Growing;

namespace TypedExplain.Tests.Models.Forests;

public class TreeGrowerTests
{
    [Theory]
    [InlineData(0, false, 1, int.MaxValue)]
    [InlineData(0, true, 1, int.MaxValue)]
    [InlineData(0, true, 4, int.MaxValue)]
    [InlineData(0, false, 9, 2)]
    [InlineData(3, false, 1, int.MaxValue)]
    [InlineData(3, true, 1, int.MaxValue)]
    [InlineData(3, true, 4, int.MaxValue)]
    [InlineData(3, false, 9, 2)]
    public void Each_split_is_the_best_of_all(int classes, bool bootstrap, int minLeafRows, int maxDepth)
    {
        for (int seed = 0; seed < 5; seed++)
        {
            Sample sample = Sample.Of(80, classes, seed);
            ForestOptions options = new()
            {
                Trees = 1,
                FeaturesPerSplit = sample.Columns,
                Bootstrap = bootstrap,
                MinLeafRows = minLeafRows,
                MaxDepth = maxDepth,
                Seed = seed,
            };
            new ReferenceTree(sample, options, Tree(sample, options)).Check(Draws(sample.Rows, options, tree: 0));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 5)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    public void Training_rows_are_fitted_exactly(int classes, int featuresPerSplit)
    {
        // Where the columns looked at are constant others are drawn, so each node is split until it is pure.
        Sample sample = Sample.Of(300, classes);
        TreeEnsemble forest = Grow(sample, new() { Trees = 3, FeaturesPerSplit = featuresPerSplit, Bootstrap = false });
        for (int row = 0; row < sample.Rows; row++)
        {
            foreach (DecisionTree tree in forest.Trees)
            {
                ReadOnlySpan<double> answer = tree.Values(tree.Leaf(sample.Matrix.AsSpan(row * sample.Columns, sample.Columns)));
                Assert.Equal(classes == 0 ? sample.Targets[row] : 1, answer[classes == 0 ? 0 : (int)sample.Targets[row]]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Leaves_keep_their_rows_and_depth(int classes)
    {
        Sample sample = Sample.Of(200, classes);
        ForestOptions options = new() { Trees = 20, FeaturesPerSplit = 2, MinLeafRows = 7, MaxDepth = 4 };
        foreach (DecisionTree tree in Grow(sample, options).Trees)
        {
            int[] depths = new int[tree.NodeCount];
            foreach ((int node, TreeNode own) in Nodes(tree))
            {
                Assert.True(own.Rows >= 7);
                Assert.True(depths[node] <= 4);
                if (!own.IsLeaf)
                    depths[own.Left] = depths[own.Right] = depths[node] + 1;
            }

            Assert.Equal(4, depths.Max());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Constant_columns_never_split_and_do_not_count_as_looked_at(int classes)
    {
        Sample sample = new([.. Enumerable.Range(0, 120).Select(i => i % 6 == 4 ? i : 5.0)], 6, [.. Enumerable.Range(0, 20).Select(i => (double)(i / 10))], classes);
        foreach (DecisionTree tree in Grow(sample, new() { Trees = 50, FeaturesPerSplit = 1, Bootstrap = false }).Trees)
        {
            Assert.Equal(3, tree.NodeCount);
            Assert.Equal(4, tree.Root.Column);
            Assert.Equal((58.0 + 64.0) / 2, tree.Root.Threshold);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Rows_that_no_column_tells_apart_share_a_leaf(int classes)
    {
        Sample sample = new([1, 1, 1, 1], 2, [0, 1], classes);
        DecisionTree tree = Tree(sample, new() { FeaturesPerSplit = 2, Bootstrap = false });
        Assert.Equal(1, tree.NodeCount);
        Assert.Equal(0.5, tree.Values(0)[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_split_without_gain_leads_on_to_those_with_one(int classes)
    {
        // Exclusive or: neither column alone tells anything.
        Sample sample = new([0, 0, 0, 1, 1, 0, 1, 1], 2, [0, 1, 1, 0], classes);
        DecisionTree tree = Tree(sample, new() { FeaturesPerSplit = 2, Bootstrap = false });
        Assert.Equal(7, tree.NodeCount);
    }

    [Theory]
    [InlineData(1, 1.0 / 4)]
    [InlineData(2, 2.0 / 4)]
    [InlineData(4, 1.0)]
    public void Columns_are_drawn_without_preference(int featuresPerSplit, double share)
    {
        // The best of four columns splits the root whenever it is among those drawn.
        Sample sample = new(
            [0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 0],
            4,
            [0, 0, 1, 1],
            2);
        Sample doubled = sample with { Matrix = [.. sample.Matrix.Select((_, i) => sample[i / 4, (i + 2) % 4])] };
        foreach (Sample each in (Sample[])[sample, doubled])
        {
            int best = Enumerable.Range(0, 4).Single(column => Enumerable.Range(0, 4).All(row => each[row, column] == each.Targets[row]));
            TreeEnsemble forest = Grow(each, new() { Trees = 2000, FeaturesPerSplit = featuresPerSplit, Bootstrap = false });

            // Four standard deviations of a binomial share.
            Assert.Equal(share, forest.Trees.Count(tree => tree.Root.Column == best) / 2000.0, 4 * Math.Sqrt(share * (1 - share) / 2000));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Of_equal_splits_the_first_drawn_is_taken(int classes)
    {
        // Six copies of one column, three of them mirrored: each is drawn first as often as another.
        Sample one = Sample.Of(50, classes);
        Sample copies = one with { Columns = 6, Matrix = [.. Enumerable.Range(0, 300).Select(i => one[i / 6, 2] * (i % 2 == 0 ? 1 : -1))] };
        TreeEnsemble forest = Grow(copies, new() { Trees = 3000, FeaturesPerSplit = 6, Bootstrap = false, MaxDepth = 1 });
        for (int column = 0; column < 6; column++)
            Assert.InRange(forest.Trees.Count(tree => tree.Root.Column == column), 400, 600);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void The_root_measures_the_bootstrap(int classes)
    {
        Sample sample = Sample.Of(60, classes);
        ForestOptions options = new() { Trees = 4, FeaturesPerSplit = 2, Seed = 3 };
        TreeEnsemble forest = Grow(sample, options);
        for (int tree = 0; tree < 4; tree++)
        {
            int[] draws = Draws(60, options, tree);
            TreeNode root = forest.Trees[tree].Root;
            Assert.Equal(new ReferenceTree(sample, options, forest.Trees[tree]).Impurity(draws), root.Impurity, 1e-12);
            Assert.Equal((60, draws.Distinct().Count()), (root.Draws, root.Rows));
            Assert.InRange(root.Rows, 30, 46);
        }
    }

    [Fact]
    public void Columns_are_drawn_from_other_random_numbers_than_rows()
    {
        Sample sample = Sample.Of(60, 0);
        ForestOptions options = new() { Trees = 30, FeaturesPerSplit = 1 };
        RandomStream stream = new(options.Seed, "forest");
        Assert.Equal(
            Enumerable.Range(0, 30).Select(tree => stream.For(tree).Choose(60, sample.Columns)),
            Grow(sample, options).Trees.Select(tree => tree.Root.Column));
    }

    [Fact]
    public void Targets_far_from_zero_lose_nothing()
    {
        Sample near = Sample.Of(100, 0);
        near = near with { Targets = [.. near.Targets.Select(target => Math.Round(target * 1024) / 1024)] };
        Sample far = near with { Targets = [.. near.Targets.Select(target => target + (1L << 32))] };
        ForestOptions options = new() { FeaturesPerSplit = 5, Bootstrap = false };
        Assert.Equal(Nodes(Tree(near, options)).Select(node => node.Own.Threshold), Nodes(Tree(far, options)).Select(node => node.Own.Threshold));
        Assert.Equal(Tree(near, options).Root.Impurity, Tree(far, options).Root.Impurity);
    }

    internal static TreeEnsemble Grow(Sample sample, ForestOptions options) =>
        TreeEnsemble.Grow(sample.Matrix, sample.Columns, sample.Targets, sample.Classes, options);

    internal static IEnumerable<(int Node, TreeNode Own)> Nodes(DecisionTree tree) =>
        Enumerable.Range(0, tree.NodeCount).Select(node => (node, tree[node]));

    private static DecisionTree Tree(Sample sample, ForestOptions options) => Grow(sample, options with { Trees = 1 }).Trees[0];

    private static int[] Draws(int rows, ForestOptions options, int tree)
    {
        RandomStream stream = new RandomStream(options.Seed, "forest").For(tree);
        return [.. Enumerable.Range(0, rows).Select(i => options.Bootstrap ? stream.Choose(i, rows) : i)];
    }
}
