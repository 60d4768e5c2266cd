namespace TypedExplain.Models.Forests.Growing;

/// <summary>Grows trees one after the other (CART). It keeps scratch, so each thread has its own.</summary>
internal sealed class TreeGrower
{
    // A node this much purer than the root, relatively, holds nothing but rounding.
    private const double Pure = 1e-15;

    private readonly ColumnCodes _data;
    private readonly ForestOptions _options;
    private readonly Criterion _criterion;
    private readonly ColumnBins _bins;
    private readonly TreeBuilder _tree;
    private readonly Stack<Branch> _branches = [];

    // A node owns a stretch of _rows. Of _columns, those known to be constant in a node come first.
    private readonly int[] _rows;
    private readonly int[] _draws;
    private readonly int[] _aside;
    private readonly int[] _columns;

    /// <summary>A grower.</summary>
    /// <param name="data">The columns to split by.</param>
    /// <param name="targets">For every row the number, or the position of the class.</param>
    /// <param name="classes">How many classes there are; 0 where the target is a number.</param>
    /// <param name="options">How to grow.</param>
    public TreeGrower(ColumnCodes data, double[] targets, int classes, ForestOptions options)
    {
        (_data, _options) = (data, options);
        _criterion = Criterion.Of(targets, classes);
        _bins = new(data.Rows);
        _tree = new(_criterion.Outputs);
        (_rows, _draws, _aside) = (new int[data.Rows], new int[data.Rows], new int[data.Rows]);
        _columns = new int[data.Columns];
    }

    /// <summary>Grows a tree that is a function of its stream only.</summary>
    /// <param name="stream">Elements from 0 choose the bootstrap, one per row of the data; those after it the columns.</param>
    /// <param name="cancellation">Stops at the next node.</param>
    public DecisionTree Grow(RandomStream stream, CancellationToken cancellation)
    {
        for (int column = 0; column < _columns.Length; column++)
            _columns[column] = column;
        int rows = DrawRows(stream);
        long next = _data.Rows;
        double pure = 0;

        _tree.Start();
        _branches.Clear();
        _branches.Push(new(Node: 0, Start: 0, End: rows, Depth: 0, Constants: 0));
        while (_branches.TryPop(out Branch branch))
        {
            cancellation.ThrowIfCancellationRequested();
            Span<int> own = _rows.AsSpan(branch.Start..branch.End);
            _criterion.Enter(own, _draws);
            _tree.Describe(branch.Node, own.Length, _criterion);
            if (branch.Node == 0)
                pure = Pure * _criterion.Impurity;
            if (_criterion.Impurity <= pure || branch.Depth >= _options.MaxDepth || own.Length / 2 < _options.MinLeafRows)
                continue;

            Split split = BestSplit(own, branch.Constants, stream, ref next);
            if (split.Column < 0)
                continue;

            int left = _tree.Split(branch.Node, split.Column, _data.Threshold(split.Column, split.Lower, split.Upper));
            int middle = branch.Start + Partition(own, _data.Codes(split.Column), split.Lower);
            int depth = branch.Depth + 1;

            // The left side with all below it comes first; it leaves the constant columns of the right side in place.
            _branches.Push(new(left + 1, middle, branch.End, depth, split.Constants));
            _branches.Push(new(left, branch.Start, middle, depth, split.Constants));
        }

        return _tree.Build();
    }

    // Returns how many different rows were drawn; they stand at the start of _rows, in rising order.
    private int DrawRows(RandomStream stream)
    {
        _draws.AsSpan().Fill(_options.Bootstrap ? 0 : 1);
        for (int i = 0; _options.Bootstrap && i < _draws.Length; i++)
            _draws[stream.Choose(i, _draws.Length)]++;

        int count = 0;
        for (int row = 0; row < _draws.Length; row++)
        {
            if (_draws[row] > 0)
                _rows[count++] = row;
        }

        return count;
    }

    private Split BestSplit(ReadOnlySpan<int> rows, int constants, RandomStream stream, ref long next)
    {
        Split best = new(-1, -1, -1, constants);
        Cut bestCut = Cut.None;
        int end = _columns.Length;
        for (int looked = 0; looked < _options.FeaturesPerSplit && constants < end;)
        {
            int at = constants + stream.Choose(next++, end - constants);
            int column = _columns[at];
            if (!_bins.TryFill(_data.Codes(column), rows))
            {
                // To the front: it is constant in all below this node too, and does not count as looked at.
                (_columns[at], _columns[constants]) = (_columns[constants], column);
                constants++;
                continue;
            }

            end--;
            looked++;
            (_columns[at], _columns[end]) = (_columns[end], column);
            Cut cut = _criterion.BestCut(_bins, rows.Length, _options.MinLeafRows);
            if (cut.IsBetterThan(bestCut))
            {
                bestCut = cut;
                best = new(column, _bins.Code(cut.Lower), _bins.Code(cut.Upper), constants);
            }
        }

        return best with { Constants = constants };
    }

    // Rows up to a code first, the others after them, each in the order they had; returns how many go first.
    private int Partition(Span<int> rows, ReadOnlySpan<int> codes, int lower)
    {
        int left = 0, right = 0;
        foreach (int row in rows)
        {
            if (codes[row] <= lower)
                rows[left++] = row;
            else
                _aside[right++] = row;
        }

        _aside.AsSpan(0, right).CopyTo(rows[left..]);
        return left;
    }

    private readonly record struct Branch(int Node, int Start, int End, int Depth, int Constants);

    // A column and the two neighboring codes between which it is cut; column -1 for none.
    private readonly record struct Split(int Column, int Lower, int Upper, int Constants);
}
