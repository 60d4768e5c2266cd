using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Models.Forests.Walking;

/// <summary>
/// Writes trees as blocks: the seven questions of three levels side by side, so that one comparison of vectors answers
/// them all, and the answers say where it goes on.
/// </summary>
/// <remarks>
/// A block is, in vectors: for each octet of a row's codes where the seven codes lie in it (see <see cref="IRowCodes{T}"/>);
/// the seven thresholds' codes; and eight exits of 32 bits, each the distance in bytes of the block below from the first of
/// all, or ~n for the leaf n. Questions are numbered by level: below q come 2q + 1 and 2q + 2. Where a path ends higher up,
/// the questions below are ones that no row is above, and lead to the leftmost exit.
/// </remarks>
/// <param name="octets">How many times eight codes a row has.</param>
/// <param name="cuts">The thresholds of the columns, in the order of the codes of a row.</param>
internal sealed class TreeBlocks(int octets, ColumnCuts[] cuts)
{
    private const int Questions = 7, Exits = 8;

    private readonly Dictionary<int, int> _places = cuts.Select((own, place) => (own.Column, place)).ToDictionary();
    private readonly List<Vector128<byte>> _vectors = [];
    private readonly Queue<(int Node, int Block)> _open = [];

    /// <summary>The blocks.</summary>
    public Vector128<byte>[] Build() => [.. _vectors];

    /// <summary>Writes a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <returns>Where its first block lies, in bytes, and how far every walk from there can go.</returns>
    public (int Root, UncheckedSteps Sure) Add(DecisionTree tree)
    {
        int root = Reserve();
        bool goesOn = Write(tree, 0, root, isFirst: true);
        while (_open.TryDequeue(out (int Node, int Block) next))
            _ = Write(tree, next.Node, next.Block, isFirst: false);
        return (root, goesOn ? UncheckedSteps.Two : UncheckedSteps.OneIsAll);
    }

    /// <summary>For every set of answers, one bit per question, the exit that they lead to.</summary>
    public static byte[] ExitsOfAnswers()
    {
        byte[] exits = new byte[1 << Questions];
        for (int answers = 0; answers < exits.Length; answers++)
        {
            int question = 0;
            while (question < Questions)
                question = (2 * question) + 1 + ((answers >> question) & 1);
            exits[answers] = (byte)(question - Questions);
        }

        return exits;
    }

    private bool Write(DecisionTree tree, int top, int block, bool isFirst)
    {
        Span<int> nodes = stackalloc int[Questions + Exits];
        Span<bool> isReached = stackalloc bool[nodes.Length];
        isReached.Clear();
        (nodes[0], isReached[0]) = (top, true);
        bool goesOn = false;
        for (int question = 0; question < Questions; question++)
        {
            TreeNode own = tree[nodes[question]];
            int below = (2 * question) + 1;
            (nodes[below], nodes[below + 1]) = own.IsLeaf ? (nodes[question], nodes[question]) : (own.Left, own.Right);
            (isReached[below], isReached[below + 1]) = (isReached[question], isReached[question] && !own.IsLeaf);

            // No number is above NaN, so nothing is asked.
            if (!own.IsLeaf && !double.IsNaN(own.Threshold))
                Ask(block, question, own);
        }

        foreach (int node in nodes[Questions..])
            goesOn |= !tree[node].IsLeaf;
        for (int exit = 0; exit < Exits; exit++)
        {
            // Where a tree goes on beyond its first block, its leaves get a second one, so that all rows may take two steps.
            int node = nodes[Questions + exit], to = ~node;
            if (isReached[Questions + exit] && (!tree[node].IsLeaf || (isFirst && goesOn)))
                _open.Enqueue((node, to = Reserve()));
            MemoryMarshal.Cast<byte, int>(Bytes(block + (16 * (octets + 1))))[exit] = to;
        }

        return goesOn;
    }

    private void Ask(int block, int question, TreeNode node)
    {
        int place = _places[node.Column];
        Span<byte> bytes = Bytes(block + (16 * (place / 8)));
        (bytes[2 * question], bytes[(2 * question) + 1]) = ((byte)(2 * (place % 8)), (byte)((2 * (place % 8)) + 1));
        MemoryMarshal.Cast<byte, short>(Bytes(block + (16 * octets)))[question] = cuts[place].Code(node.Threshold);
    }

    // A block that asks nothing.
    private int Reserve()
    {
        int block = checked(16 * _vectors.Count);
        for (int octet = 0; octet < octets; octet++)
            _vectors.Add(Vector128.Create((byte)0x80));
        _vectors.Add(Vector128.Create(ColumnCuts.Never).AsByte());
        _vectors.Add(default);
        _vectors.Add(default);
        return block;
    }

    private Span<byte> Bytes(int from) => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_vectors))[from..];
}
