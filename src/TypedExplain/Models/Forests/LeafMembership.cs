using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedExplain.Models.Forests;

/// <summary>Which rows share a leaf, tree by tree, and the weights that follow from it. Immutable.</summary>
internal sealed class LeafMembership
{
    // Of each tree: the rows sorted by leaf, and where the stretch of a leaf begins; one more entry ends the last.
    private readonly int[][] _rows;
    private readonly int[][] _starts;

    /// <summary>Sorts rows by their leaves.</summary>
    /// <param name="leaves">For each row in turn the number of its leaf, 0 or more, in every tree.</param>
    /// <param name="trees">How many trees there are.</param>
    public LeafMembership(ReadOnlySpan<int> leaves, int trees)
    {
        Rows = leaves.Length / trees;
        _rows = new int[trees][];
        _starts = new int[trees][];
        for (int tree = 0; tree < trees; tree++)
        {
            int highest = 0;
            for (int row = 0; row < Rows; row++)
                highest = Math.Max(highest, leaves[(row * trees) + tree]);
            int[] starts = new int[highest + 2], rows = new int[Rows];
            for (int row = 0; row < Rows; row++)
                starts[leaves[(row * trees) + tree] + 1]++;
            for (int leaf = 0; leaf <= highest; leaf++)
                starts[leaf + 1] += starts[leaf];
            int[] next = starts[..^1];
            for (int row = 0; row < Rows; row++)
                rows[next[leaves[(row * trees) + tree]]++] = row;
            (_rows[tree], _starts[tree]) = (rows, starts);
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>How many trees there are.</summary>
    public int Trees => _rows.Length;

    /// <summary>
    /// The weight of every row for a query: Σ over trees of 1/(rows in the query's leaf), where the row is in that leaf.
    /// The weights sum to the number of trees whose leaf holds any row.
    /// </summary>
    /// <param name="leaves">The query's leaf in every tree.</param>
    /// <param name="weights">Where the weights go, one per row.</param>
    public void Weigh(ReadOnlySpan<int> leaves, Span<double> weights)
    {
        weights = weights[..Rows];
        weights.Clear();
        ref double first = ref MemoryMarshal.GetReference(weights);
        for (int tree = 0; tree < leaves.Length; tree++)
        {
            int leaf = leaves[tree];
            int[] starts = _starts[tree];
            if (leaf + 1 >= starts.Length || starts[leaf] == starts[leaf + 1])
                continue;
            double share = 1.0 / (starts[leaf + 1] - starts[leaf]);

            // Rows were counted when they were sorted: each is one of the weights.
            foreach (int row in _rows[tree].AsSpan(starts[leaf]..starts[leaf + 1]))
                Unsafe.Add(ref first, row) += share;
        }
    }
}
