using TypedExplain.Models.Forests;

namespace TypedExplain.Tests.Models.Forests;

/// <summary>What a forest answers, by the public data of its trees, one row and one question at a time.</summary>
internal static class ForestTwin
{
    public static int Leaf(DecisionTree tree, ReadOnlySpan<double> row)
    {
        int node = 0;
        while (!tree[node].IsLeaf)
            node = row[tree[node].Column] > tree[node].Threshold ? tree[node].Right : tree[node].Left;
        return node;
    }

    /// <summary>The leaves of rows, for each row in turn one per tree.</summary>
    public static int[] Leaves(IReadOnlyList<DecisionTree> trees, double[] rows, int columns) =>
        [.. rows.Chunk(columns).SelectMany(row => trees.Select(tree => Leaf(tree, row)))];

    /// <summary>The bits of the scores, for each row in turn one number per output.</summary>
    public static long[] Scores(IReadOnlyList<DecisionTree> trees, double[] rows, int columns, int outputs)
    {
        List<long> scores = [];
        foreach (double[] row in rows.Chunk(columns))
        {
            for (int output = 0; output < outputs; output++)
            {
                double sum = 0;
                foreach (DecisionTree tree in trees)
                    sum += tree.Values(Leaf(tree, row))[output];
                scores.Add(BitConverter.DoubleToInt64Bits(sum / trees.Count));
            }
        }

        return [.. scores];
    }

    /// <summary>Holds a forest to it.</summary>
    public static void Check(TreeEnsemble forest, double[] rows, int columns, int outputs)
    {
        int count = rows.Length / columns;
        double[] scores = new double[count * outputs];
        int[] leaves = new int[count * forest.Trees.Length];
        scores.AsSpan().Fill(double.NaN);
        forest.Score(rows, scores);
        forest.Leaves(rows, leaves);
        Assert.Equal(Leaves(forest.Trees, rows, columns), leaves);
        Assert.Equal(Scores(forest.Trees, rows, columns, outputs), scores.Select(BitConverter.DoubleToInt64Bits));
    }
}
