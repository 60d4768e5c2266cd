using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace TypedExplain.Tasks.Inputs;

/// <summary>The given forest as a black box: a node goes left where its single-precision number is at most the threshold.</summary>
/// <remarks>
/// Eight rows at a time: every node whose test fails takes the leaves of its left side out of a row's bits, and the first leaf
/// that is left over is the row's (Lucchese and others, "QuickScorer", 2015).
/// </remarks>
public sealed class Trees
{
    private const int Width = 4, Together = 8, Padded = 4;

    private readonly int _classes;
    private readonly Node[][] _trees;
    private readonly double[][] _leaves;

    public Trees(JsonElement forest)
    {
        _classes = forest.GetProperty("classes").GetInt32();
        JsonElement[] trees = [.. forest.GetProperty("trees").EnumerateArray()];
        (_trees, _leaves) = (new Node[trees.Length][], new double[trees.Length][]);
        for (int tree = 0; tree < trees.Length; tree++)
            (_trees[tree], _leaves[tree]) = Parse(trees[tree]);
    }

    /// <summary>The mean probability of each class.</summary>
    /// <param name="rows">Rows of four numbers.</param>
    /// <param name="answers">One number per row and class.</param>
    public void Score(ReadOnlySpan<double> rows, Span<double> answers)
    {
        Span<float> numbers = stackalloc float[Width * Together];
        Span<double> sums = stackalloc double[Together * Padded];
        int count = rows.Length / Width;
        for (int first = 0; first < count; first += Together)
        {
            int own = Math.Min(Together, count - first);
            for (int i = 0; i < own; i++)
            {
                for (int j = 0; j < Width; j++)
                    numbers[(j * Together) + i] = (float)rows[((first + i) * Width) + j];
            }

            Sum(numbers, sums);
            for (int i = 0; i < own; i++)
            {
                for (int c = 0; c < _classes; c++)
                    answers[((first + i) * _classes) + c] = sums[(i * Padded) + c] / _trees.Length;
            }
        }
    }

    /// <summary>The sums of the leaves of eight rows.</summary>
    private void Sum(ReadOnlySpan<float> numbers, Span<double> sums)
    {
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        ref float x = ref MemoryMarshal.GetReference(numbers);
        Span<uint> left = stackalloc uint[Together];
        for (int tree = 0; tree < _trees.Length; tree++)
        {
            Vector256<uint> open = Vector256<uint>.AllBitsSet;
            foreach (Node node in _trees[tree])
                open = Vector256.AndNot(open, Vector256.GreaterThan(Vector256.LoadUnsafe(ref x, node.At), Vector256.Create(node.Threshold)).AsUInt32() & Vector256.Create(node.LeftLeaves));
            open.CopyTo(left);
            ref double leaves = ref MemoryMarshal.GetArrayDataReference(_leaves[tree]);
            s0 += Leaf(ref leaves, left[0]);
            s1 += Leaf(ref leaves, left[1]);
            s2 += Leaf(ref leaves, left[2]);
            s3 += Leaf(ref leaves, left[3]);
            s4 += Leaf(ref leaves, left[4]);
            s5 += Leaf(ref leaves, left[5]);
            s6 += Leaf(ref leaves, left[6]);
            s7 += Leaf(ref leaves, left[7]);
        }

        ref double to = ref MemoryMarshal.GetReference(sums);
        s0.StoreUnsafe(ref to);
        s1.StoreUnsafe(ref to, 4);
        s2.StoreUnsafe(ref to, 8);
        s3.StoreUnsafe(ref to, 12);
        s4.StoreUnsafe(ref to, 16);
        s5.StoreUnsafe(ref to, 20);
        s6.StoreUnsafe(ref to, 24);
        s7.StoreUnsafe(ref to, 28);
    }

    private static Vector256<double> Leaf(ref double leaves, uint open) => Vector256.LoadUnsafe(ref leaves, (nuint)(Padded * BitOperations.TrailingZeroCount(open)));

    private (Node[] Nodes, double[] Leaves) Parse(JsonElement tree)
    {
        double[] features = DataFile.Numbers(tree.GetProperty("feature")), thresholds = DataFile.Numbers(tree.GetProperty("threshold"));
        double[] left = DataFile.Numbers(tree.GetProperty("left")), right = DataFile.Numbers(tree.GetProperty("right"));
        double[][] shares = [.. tree.GetProperty("proba").EnumerateArray().Select(DataFile.Numbers)];
        List<Node> nodes = [];
        List<double> leaves = [];
        Walk(0);
        if (leaves.Count > 32 * Padded)
            throw new InvalidDataException("A tree has more than 32 leaves.");
        return ([.. nodes], [.. leaves]);

        // The leaves below a node, as bits, numbered from left to right.
        uint Walk(int node)
        {
            if (features[node] < 0)
            {
                double total = shares[node].Sum();
                uint own = 1u << (leaves.Count / Padded);
                leaves.AddRange(Enumerable.Range(0, Padded).Select(c => c < _classes ? shares[node][c] / total : 0));
                return own;
            }

            uint lower = Walk((int)left[node]);
            nodes.Add(new((nuint)(features[node] * Together), AtMost(thresholds[node]), lower));
            return lower | Walk((int)right[node]);
        }
    }

    /// <summary>The largest single-precision number that is not above another.</summary>
    private static float AtMost(double threshold) => (float)threshold <= threshold ? (float)threshold : MathF.BitDecrement((float)threshold);

    /// <summary>A test.</summary>
    /// <param name="At">Where the numbers that it looks at begin.</param>
    /// <param name="Threshold">Above it the left side is closed.</param>
    /// <param name="LeftLeaves">The leaves of the left side, as bits.</param>
    private readonly record struct Node(nuint At, float Threshold, uint LeftLeaves);
}
