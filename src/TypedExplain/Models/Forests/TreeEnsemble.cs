using System.Collections.Immutable;

namespace TypedExplain.Forests;

/// <summary>Trees grown on the rows of one matrix, and their common answer.</summary>
/// <param name="trees">The trees; at least one.</param>
/// <param name="columns">Numbers in a row of the matrix.</param>
/// <param name="outputs">Numbers that a tree answers with.</param>
internal sealed class TreeEnsemble(ImmutableArray<DecisionTree> trees, int columns, int outputs)
{
    private const int BlockRows = 256;

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
        Span<int> leaves = stackalloc int[BlockRows];
        foreach (DecisionTree tree in trees)
        {
            for (int first = 0; first < count; first += BlockRows)
            {
                int block = Math.Min(BlockRows, count - first);
                tree.Leaves(rows.Slice(first * columns, block * columns), columns, leaves[..block]);
                Add(tree, leaves[..block], scores.Slice(first * outputs, block * outputs));
            }
        }

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
        Span<int> block = stackalloc int[BlockRows];
        for (int tree = 0; tree < trees.Length; tree++)
        {
            for (int first = 0; first < count; first += BlockRows)
            {
                Span<int> own = block[..Math.Min(BlockRows, count - first)];
                trees[tree].Leaves(rows.Slice(first * columns, own.Length * columns), columns, own);
                for (int i = 0; i < own.Length; i++)
                    leaves[((first + i) * trees.Length) + tree] = own[i];
            }
        }
    }

    private void Add(DecisionTree tree, ReadOnlySpan<int> leaves, Span<double> scores)
    {
        for (int i = 0; i < leaves.Length; i++)
        {
            ReadOnlySpan<double> values = tree.Values(leaves[i]);
            Span<double> own = scores.Slice(i * outputs, values.Length);
            for (int output = 0; output < own.Length; output++)
                own[output] += values[output];
        }
    }
}
