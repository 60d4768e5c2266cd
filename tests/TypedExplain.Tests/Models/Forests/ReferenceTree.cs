using TypedExplain.Models.Forests.Growing;

namespace TypedExplain.Tests.Models.Forests;

/// <summary>
/// Checks a tree against the definition of CART, node by node and slowly: every threshold of every column is tried on
/// the draws of the node, and impurities are computed from the draws themselves.
/// </summary>
internal sealed class ReferenceTree(Sample sample, ForestOptions options, DecisionTree tree)
{
    private int _visited;

    /// <summary>Checks the tree; <paramref name="draws"/> are the rows it was grown on, repeated as often as drawn.</summary>
    public void Check(IEnumerable<int> draws)
    {
        Check(0, [.. draws], 0);
        Assert.Equal(tree.NodeCount, _visited);
    }

    private void Check(int node, int[] draws, int depth)
    {
        _visited++;
        TreeNode own = tree[node];
        double impurity = Impurity(draws);
        Assert.Equal(draws.Length, own.Draws);
        Assert.Equal(draws.Distinct().Count(), own.Rows);
        Assert.Equal(impurity, own.Impurity, 1e-9);
        double[] answer = Answer(draws);
        for (int output = 0; output < answer.Length; output++)
            Assert.Equal(answer[output], tree.Values(node)[output], 1e-9);

        (int Column, double Threshold, double Decrease)[] splits = [.. impurity == 0 || depth >= options.MaxDepth ? [] : Splits(draws)];
        if (splits.Length == 0)
        {
            Assert.True(own.IsLeaf, $"Node {node} is split although it is pure, too deep or too small.");
            Assert.Equal((-1, -1, double.PositiveInfinity), (own.Left, own.Right, own.Threshold));
            return;
        }

        Assert.False(own.IsLeaf, $"Node {node} is a leaf although it can be split.");
        var chosen = Assert.Single(splits, split => split.Column == own.Column && split.Threshold == own.Threshold);
        Assert.Equal(splits.Max(split => split.Decrease), chosen.Decrease, 1e-9 * Math.Max(1, draws.Length * impurity));
        Assert.True(own.Left > node && own.Right > node);
        Check(own.Left, [.. draws.Where(row => sample[row, own.Column] <= own.Threshold)], depth + 1);
        Check(own.Right, [.. draws.Where(row => sample[row, own.Column] > own.Threshold)], depth + 1);
    }

    private IEnumerable<(int Column, double Threshold, double Decrease)> Splits(int[] draws)
    {
        for (int column = 0; column < sample.Columns; column++)
        {
            double[] values = [.. draws.Select(row => sample[row, column]).Distinct().Order()];
            for (int i = 1; i < values.Length; i++)
            {
                double threshold = (values[i - 1] / 2) + (values[i] / 2);
                int[] left = [.. draws.Where(row => sample[row, column] <= threshold)];
                int[] right = [.. draws.Where(row => sample[row, column] > threshold)];
                if (left.Distinct().Count() >= options.MinLeafRows && right.Distinct().Count() >= options.MinLeafRows)
                    yield return (column, threshold, (draws.Length * Impurity(draws)) - (left.Length * Impurity(left)) - (right.Length * Impurity(right)));
            }
        }
    }

    /// <summary>The variance of the draws' targets, or 1 − Σ share² of their classes.</summary>
    public double Impurity(int[] draws)
    {
        double[] answer = Answer(draws);
        return sample.Classes == 0
            ? draws.All(row => sample.Targets[row] == sample.Targets[draws[0]]) ? 0 : draws.Average(row => Math.Pow(sample.Targets[row] - answer[0], 2))
            : 1 - answer.Sum(share => share * share);
    }

    private double[] Answer(int[] draws) => sample.Classes == 0
        ? [draws.Average(row => sample.Targets[row])]
        : [.. Enumerable.Range(0, sample.Classes).Select(label => draws.Count(row => sample.Targets[row] == label) / (double)draws.Length)];
}
