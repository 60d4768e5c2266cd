using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;

namespace TypedExplain.Explainers.Shap;

/// <summary>
/// Up to 64 background rows, one bit each in a number: a question of a tree is put to all of them at once, and a set of
/// rows is divided by its answers.
/// </summary>
internal sealed class BackgroundBlock : IDisposable
{
    /// <summary>The most rows in a block.</summary>
    public const int MostRows = 64;

    private readonly Pooled _columns;
    private readonly ulong[] _right;
    private readonly int[] _asked;
    private readonly int _stride;
    private TreePaths _paths = null!;
    private int _tree;

    /// <summary>Takes rows.</summary>
    /// <param name="rows">The rows, one after the other: encoded, with what the forest derives behind.</param>
    /// <param name="weights">How much each counts.</param>
    /// <param name="mostNodes">How many nodes the largest tree has.</param>
    public BackgroundBlock(ReadOnlySpan<double> rows, double[] weights, int mostNodes)
    {
        int count = weights.Length, width = rows.Length / count;
        Weights = weights;
        Rows = count == MostRows ? ulong.MaxValue : (1ul << count) - 1;
        (_right, _asked) = (new ulong[mostNodes], new int[mostNodes]);

        // Column after column, in whole registers; rows too many repeat the first one, and nothing asks for their bits.
        _stride = (count + 3) / 4 * 4;
        _columns = Pooled.Unset(width * _stride);
        for (int row = 0; row < _stride; row++)
        {
            ReadOnlySpan<double> from = rows.Slice((row < count ? row : 0) * width, width);
            for (int column = 0; column < width; column++)
                _columns.Span[(column * _stride) + row] = from[column];
        }
    }

    /// <summary>A bit for each row.</summary>
    public ulong Rows { get; }

    /// <summary>How much each row counts.</summary>
    public double[] Weights { get; }

    /// <summary>Begins with a tree.</summary>
    public void Begin(TreePaths paths)
    {
        _paths = paths;
        _tree++;
    }

    /// <summary>Which of some rows go on to the second child of a node; other bits say nothing.</summary>
    /// <param name="node">The node; it is not a leaf.</param>
    /// <param name="rows">The rows, at least one.</param>
    public ulong Right(int node, ulong rows) =>
        _asked[node] == _tree ? _right[node] : (rows & (rows - 1)) == 0 ? AskOne(node, rows) : Ask(node);

    public void Dispose() => _columns.Dispose();

    private ulong AskOne(int node, ulong row)
    {
        (int column, double threshold) = _paths.Question(node);
        return _columns.Span[(column * _stride) + BitOperations.TrailingZeroCount(row)] > threshold ? row : 0;
    }

    private ulong Ask(int node)
    {
        (int column, double threshold) = _paths.Question(node);
        Vector256<double> most = Vector256.Create(threshold);
        ref double from = ref MemoryMarshal.GetReference(_columns.Span.Slice(column * _stride, _stride));
        ulong right = 0;
        for (int row = 0; row < _stride; row += 4)
            right |= (ulong)Vector256.GreaterThan(Vector256.LoadUnsafe(ref from, (nuint)row), most).ExtractMostSignificantBits() << row;
        (_right[node], _asked[node]) = (right, _tree);
        return right;
    }
}
