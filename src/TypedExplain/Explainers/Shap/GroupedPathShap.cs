using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain.Explainers.Shap;

/// <summary>
/// What <see cref="PathDependentShap"/> computes, for as many instances as a register has lanes: what depends on the tree and the
/// point alone is worked out once, and each instance takes of it what it follows. The bits are those of one instance at a time.
/// </summary>
/// <typeparam name="TLanes">The register.</typeparam>
internal readonly ref struct GroupedPathShap<TLanes> : IDisposable
    where TLanes : struct, ILanes<TLanes>
{
    private readonly PathQuadrature _quadrature;
    private readonly Pooled _sums, _rows, _products, _carried, _follows, _steps;
    private readonly int _points;

    /// <summary>Prepares for a forest.</summary>
    /// <param name="trees">Its trees.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="rows">The instances, one after the other: encoded, with what the forest derives behind; as many as lanes.</param>
    public GroupedPathShap(ImmutableArray<TreePaths> trees, int features, ReadOnlySpan<double> rows)
    {
        _quadrature = new(trees);
        _points = _quadrature.Count;
        int lanes = TLanes.Count, columns = rows.Length / lanes, cells = _quadrature.MostNodes * _points;
        (_sums, _rows) = (new(features * _points * lanes), Pooled.Unset(rows.Length));
        (_products, _carried) = (Pooled.Unset(cells * lanes), Pooled.Unset(cells * lanes));
        (_follows, _steps) = (Pooled.Unset(_quadrature.MostNodes * lanes), Pooled.Unset(4 * cells));
        for (int lane = 0; lane < lanes; lane++)
        {
            for (int column = 0; column < columns; column++)
                _rows.Span[(column * lanes) + lane] = rows[(lane * columns) + column];
        }
    }

    /// <summary>Adds the Shapley values of one tree's answers to those of the trees before it.</summary>
    /// <param name="paths">The tree.</param>
    /// <param name="output">The output that is wanted.</param>
    public void Add(TreePaths paths, int output)
    {
        Down(paths);
        Up(paths, output);
    }

    /// <summary>Writes the sums of one instance; one number per feature.</summary>
    /// <param name="lane">Which.</param>
    /// <param name="shapley">Where they go.</param>
    public void Shapley(int lane, Span<double> shapley)
    {
        for (int feature = 0; feature < shapley.Length; feature++)
        {
            double sum = 0;
            for (int i = feature * _points; i < (feature + 1) * _points; i++)
                sum += _sums.Span[(i * TLanes.Count) + lane];
            shapley[feature] = sum;
        }
    }

    public void Dispose()
    {
        _quadrature.Dispose();
        _sums.Dispose();
        _rows.Dispose();
        _products.Dispose();
        _carried.Dispose();
        _follows.Dispose();
        _steps.Dispose();
    }

    /// <summary>
    /// For each node and point: the inverse of the factor of its own feature where an instance follows, that feature's share, and by how much
    /// the share of who follows and of who does not differ from that at the question before.
    /// </summary>
    private Span<double> Part(int part) => _steps.Span.Slice(part * (_steps.Span.Length / 4), _steps.Span.Length / 4);

    private void Down(TreePaths paths)
    {
        int points = _points;
        Span<double> inverses = Part(0), shares = Part(1), followed = Part(2), missed = Part(3);
        nuint lanes = (nuint)TLanes.Count, width = (nuint)points * lanes;
        ref double product = ref MemoryMarshal.GetReference(_products.Span);
        ref double follows = ref MemoryMarshal.GetReference(_follows.Span);
        ref double rows = ref MemoryMarshal.GetReference(_rows.Span);
        ReadOnlySpan<double> ts = _quadrature.Points, rests = _quadrature.Rests, misses = _quadrature.Misses;
        TLanes.Store(TLanes.OfBits(ulong.MaxValue), ref follows, 0);
        for (int i = 0; i < points; i++)
        {
            (inverses[i], shares[i]) = (1, 0);
            TLanes.Store(TLanes.Of(_quadrature.Weights[i]), ref product, (nuint)i * lanes);
        }

        foreach (int node in paths.Splits)
        {
            int left = paths.Left(node), right = left + 1, above = paths.Above(left);
            (int column, double threshold) = paths.Question(node);
            TLanes before = TLanes.Load(in follows, (nuint)above * lanes);
            TLanes goLeft = before & TLanes.IsAtLeast(TLanes.Of(threshold), TLanes.Load(in rows, (nuint)column * lanes)), goRight = before ^ goLeft;
            TLanes.Store(goLeft, ref follows, (nuint)left * lanes);
            TLanes.Store(goRight, ref follows, (nuint)right * lanes);
            (double keptLeft, double keptRight) = (paths.Share(left), paths.Share(right));
            TLanes scaleLeft = TLanes.Of(paths.Kept(left)), scaleRight = TLanes.Of(paths.Kept(right));
            for (int i = 0; i < points; i++)
            {
                int ofLeft = (left * points) + i, ofRight = (right * points) + i;
                double rest = rests[i], shareBefore = shares[(above * points) + i];
                double factorLeft = Math.FusedMultiplyAdd(keptLeft, rest, ts[i]), factorRight = Math.FusedMultiplyAdd(keptRight, rest, ts[i]);
                (inverses[ofLeft], inverses[ofRight]) = (1 / factorLeft, 1 / factorRight);
                (shares[ofLeft], shares[ofRight]) = ((1 - keptLeft) * inverses[ofLeft], (1 - keptRight) * inverses[ofRight]);
                (followed[ofLeft], followed[ofRight], missed[ofLeft]) = (shares[ofLeft] - shareBefore, shares[ofRight] - shareBefore, misses[i] - shareBefore);
                TLanes carried = TLanes.Load(in product, ((nuint)node * width) + ((nuint)i * lanes));
                carried = TLanes.Select(before, carried * TLanes.Of(inverses[(above * points) + i]), carried);
                TLanes stepLeft = TLanes.Select(goLeft, TLanes.Of(factorLeft), TLanes.Select(before, TLanes.Of(keptLeft * rest), scaleLeft));
                TLanes stepRight = TLanes.Select(goRight, TLanes.Of(factorRight), TLanes.Select(before, TLanes.Of(keptRight * rest), scaleRight));
                TLanes.Store(carried * stepLeft, ref product, ((nuint)left * width) + ((nuint)i * lanes));
                TLanes.Store(carried * stepRight, ref product, ((nuint)right * width) + ((nuint)i * lanes));
            }
        }
    }

    private void Up(TreePaths paths, int output)
    {
        int points = _points;
        ReadOnlySpan<double> followed = Part(2), missed = Part(3);
        nuint lanes = (nuint)TLanes.Count, width = (nuint)points * lanes;
        ref double product = ref MemoryMarshal.GetReference(_products.Span);
        ref double carry = ref MemoryMarshal.GetReference(_carried.Span);
        ref double follows = ref MemoryMarshal.GetReference(_follows.Span);
        ref double sums = ref MemoryMarshal.GetReference(_sums.Span);
        foreach (int leaf in paths.Leaves)
        {
            TLanes answer = TLanes.Of(paths.Tree.Values(leaf)[output]);
            for (nuint i = (nuint)leaf * width; i < ((nuint)leaf + 1) * width; i += lanes)
                TLanes.Store(answer * TLanes.Load(in product, i), ref carry, i);
        }

        for (int split = paths.Splits.Length - 1; split >= 0; split--)
        {
            int node = paths.Splits[split], first = paths.Left(node);
            nuint left = (nuint)first * width, parent = (nuint)node * width, sum = (nuint)paths.Feature(first) * width;
            TLanes before = TLanes.Load(in follows, (nuint)paths.Above(first) * lanes), goLeft = TLanes.Load(in follows, (nuint)first * lanes), goRight = before ^ goLeft;
            for (int i = 0; i < points; i++)
            {
                nuint at = (nuint)i * lanes;
                TLanes ofLeft = TLanes.Load(in carry, left + at), ofRight = TLanes.Load(in carry, left + width + at);
                TLanes.Store(ofLeft + ofRight, ref carry, parent + at);
                int cell = (first * points) + i;
                TLanes ofMissed = before & TLanes.Of(missed[cell]);
                TLanes stepLeft = TLanes.Select(goLeft, TLanes.Of(followed[cell]), ofMissed), stepRight = TLanes.Select(goRight, TLanes.Of(followed[cell + points]), ofMissed);
                TLanes.Store(TLanes.Fma(ofLeft, stepLeft, TLanes.Fma(ofRight, stepRight, TLanes.Load(in sums, sum + at))), ref sums, sum + at);
            }
        }
    }
}
