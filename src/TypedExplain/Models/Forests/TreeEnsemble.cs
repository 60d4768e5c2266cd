using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedExplain.Models.Forests.Growing;
using TypedExplain.Models.Forests.Walking;
using TypedExplain.Numerics;

namespace TypedExplain.Models.Forests;

/// <summary>Trees grown on the rows of one matrix, and their common answer.</summary>
/// <param name="trees">The trees; at least one.</param>
/// <param name="columns">Numbers in a row of the matrix.</param>
/// <param name="outputs">Numbers that a tree answers with.</param>
internal sealed class TreeEnsemble(ImmutableArray<DecisionTree> trees, int columns, int outputs)
{
    private readonly Lazy<TreeGroup[]> _groups = new(() => TreeGroup.Divide(trees, columns));

    public ImmutableArray<DecisionTree> Trees => trees;

    /// <summary>Grows the trees of a matrix. The same on any number of threads: each tree has a stream of its own.</summary>
    /// <param name="matrix">Finite numbers, row after row.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="targets">For every row the number, or the position of the class.</param>
    /// <param name="classes">How many classes there are; 0 where the target is a number.</param>
    /// <param name="options">How to grow.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static TreeEnsemble Grow(ReadOnlySpan<double> matrix, int columns, double[] targets, int classes, ForestOptions options, CancellationToken cancellation = default)
    {
        ColumnCodes data = new(matrix, columns);
        RandomStream stream = new(options.Seed, "forest");
        DecisionTree[] grown = new DecisionTree[options.Trees];
        int next = -1;
        int threads = Math.Min(options.MaxThreads ?? Environment.ProcessorCount, grown.Length);
        if (threads == 1)
            GrowSome(0);
        else
            Parallel.For(0, threads, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, GrowSome);
        return new([.. grown], columns, Math.Max(1, classes));

        void GrowSome(int thread)
        {
            TreeGrower grower = new(data, targets, classes, options);
            for (int tree; (tree = Interlocked.Increment(ref next)) < grown.Length;)
                grown[tree] = grower.Grow(stream.For(tree), cancellation);
        }
    }

    /// <summary>The mean of the trees' answers.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="scores">Where the answers go: for each row in turn, one number per output.</param>
    public void Score(ReadOnlySpan<double> rows, Span<double> scores)
    {
        int count = rows.Length / columns;
        scores = scores[..(count * outputs)];
        scores.Clear();
        Walk(rows, new LeafSums(trees, outputs, scores));
        foreach (ref double score in scores)
            score /= trees.Length;
    }

    /// <summary>The leaves in which rows end.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="leaves">Where the leaves go: for each row in turn, one number per tree.</param>
    public void Leaves(ReadOnlySpan<double> rows, Span<int> leaves)
    {
        int count = rows.Length / columns;
        leaves = leaves[..(count * trees.Length)];
        Walk(rows, new LeafNumbers(trees.Length, leaves));
    }

    // Rows block by block, and in each the trees in their order.
    [SkipLocalsInit]
    private void Walk<TUse>(ReadOnlySpan<double> rows, TUse use)
        where TUse : ILeafUse, allows ref struct
    {
        Span<int> leaves = stackalloc int[BlockWalk.Most];
        for (int first = 0; first < rows.Length / columns; first += BlockWalk.Most)
        {
            int count = Math.Min(BlockWalk.Most, (rows.Length / columns) - first);
            ReadOnlySpan<double> block = rows.Slice(first * columns, count * columns);
            foreach (TreeGroup group in _groups.Value)
            {
                using Pooled memory = Pooled.Unset((group.Coded?.Room(count) ?? 0) / 4);
                Span<short> coded = MemoryMarshal.Cast<double, short>(memory.Span);
                group.Coded?.Encode(block, coded);

                // Of few rows several trees at once.
                int most = BlockWalk.Most / count;
                for (int tree = 0; tree < group.Count; tree += most)
                {
                    int some = Math.Min(most, group.Count - tree);
                    Span<int> own = leaves[..(some * count)];
                    if (group.Coded is { } layout)
                        layout.Leaves(tree, some, coded, own);
                    for (int i = 0; i < some; i++)
                    {
                        Span<int> found = own.Slice(i * count, count);
                        if (group.Coded is null)
                            trees[group.First + tree + i].Leaves(block, columns, found);
                        use.Take(group.First + tree + i, first, found);
                    }
                }
            }
        }
    }
}
