using System.Text.Json;

namespace TypedExplain.Tasks.Inputs;

/// <summary>The given forest as a black box: a node goes left where its single-precision number is at most the threshold.</summary>
public sealed class Trees
{
    private readonly int _classes;
    private readonly Node[][] _trees;
    private readonly double[][] _values;

    public Trees(JsonElement forest)
    {
        _classes = forest.GetProperty("classes").GetInt32();
        JsonElement[] trees = [.. forest.GetProperty("trees").EnumerateArray()];
        _trees = [.. trees.Select(NodesOf)];
        _values = [.. trees.Select(ValuesOf)];
    }

    /// <summary>The mean probability of each class.</summary>
    /// <param name="rows">Rows of four numbers.</param>
    /// <param name="answers">One number per row and class.</param>
    public void Score(ReadOnlySpan<double> rows, Span<double> answers)
    {
        const int width = 4;
        answers.Clear();
        Span<float> row = stackalloc float[width];
        for (int i = 0; i < rows.Length / width; i++)
        {
            for (int j = 0; j < width; j++)
                row[j] = (float)rows[(i * width) + j];
            Span<double> own = answers.Slice(i * _classes, _classes);
            for (int tree = 0; tree < _trees.Length; tree++)
            {
                Node[] nodes = _trees[tree];
                int at = 0;
                while (nodes[at].Feature >= 0)
                    at = row[nodes[at].Feature] <= nodes[at].Threshold ? nodes[at].Left : nodes[at].Right;
                ReadOnlySpan<double> leaf = _values[tree].AsSpan(at * _classes, _classes);
                for (int c = 0; c < leaf.Length; c++)
                    own[c] += leaf[c];
            }

            for (int c = 0; c < own.Length; c++)
                own[c] /= _trees.Length;
        }
    }

    private static Node[] NodesOf(JsonElement tree)
    {
        double[] features = DataFile.Numbers(tree.GetProperty("feature")), thresholds = DataFile.Numbers(tree.GetProperty("threshold"));
        double[] left = DataFile.Numbers(tree.GetProperty("left")), right = DataFile.Numbers(tree.GetProperty("right"));
        return [.. features.Select((feature, i) => new Node((int)feature, thresholds[i], (int)left[i], (int)right[i]))];
    }

    /// <summary>Shares of the classes in each node.</summary>
    private double[] ValuesOf(JsonElement tree)
    {
        double[] values = [.. tree.GetProperty("proba").EnumerateArray().SelectMany(DataFile.Numbers)];
        for (int node = 0; node < values.Length; node += _classes)
        {
            double total = values.AsSpan(node, _classes).ToArray().Sum();
            for (int c = 0; c < _classes; c++)
                values[node + c] /= total;
        }

        return values;
    }

    private readonly record struct Node(int Feature, double Threshold, int Left, int Right);
}
