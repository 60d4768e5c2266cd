using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain.Explainers.Shap;

/// <summary>
/// Shapley values of trees whose unknown questions are answered both ways, by the shares of the training rows.
/// </summary>
/// <remarks>
/// For a leaf with answer v, v(S) = v · Π_{j in S} o_j · Π_{j not in S} z_j over the features j of its path, where o_j
/// is 1 if the instance gives all the path's answers about j and z_j is the share of training rows that do. The Shapley
/// value of such a product is ∫₀¹ v · (o_i − z_i) · Π_{j≠i} (o_j·t + z_j·(1 − t)) dt (Owen's multilinear extension).
/// The integrand is a polynomial, so Gauss's quadrature with half as many points as the path has features is exact; all
/// factors are positive, so nothing cancels. Sums over leaves are carried up the tree: each node takes one step per
/// point, and the leaves below a further question about the same feature are corrected there. So the time is
/// nodes × points, at most leaves × depth. Of the two ways at a question the instance goes one; the other one's factor is z·(1 − t), whose
/// share (o − z)/factor is −1/(1 − t) whatever the node, so one division per question is enough.
/// </remarks>
internal readonly ref partial struct PathDependentShap : IDisposable
{
    private readonly PathQuadrature _quadrature;
    private readonly Pooled _sums;
    private readonly Pooled _nodes;
    private readonly int _width;
    private readonly int _features;
    private readonly int _outputs;

    /// <summary>Prepares for forests.</summary>
    /// <param name="trees">Their trees.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="outputs">Of how many outputs values are wanted.</param>
    public PathDependentShap(ImmutableArray<TreePaths> trees, int features, int outputs)
    {
        (_features, _outputs) = (features, outputs);
        _quadrature = new(trees);
        _width = _quadrature.Width;
        _sums = new(outputs * features * _width);
        _nodes = Pooled.Unset(((5 * _width) + 1) * _quadrature.MostNodes);
    }

    /// <summary>How many numbers a pair of features takes while it is summed.</summary>
    public int Points => _width;

    /// <summary>Adds the Shapley values of one tree's answers to those of the trees before it.</summary>
    /// <param name="paths">The tree.</param>
    /// <param name="first">The first of the outputs that are wanted.</param>
    /// <param name="instance">The columns of the encoded instance.</param>
    public void Add(TreePaths paths, int first, ReadOnlySpan<double> instance)
    {
        if (_width == PairLanes.Count)
            Add<PairLanes>(paths, first, instance);
        else
            Add<FourLanes>(paths, first, instance);
    }

    /// <summary>Writes the sums of an output; one number per feature.</summary>
    /// <param name="output">Which of those that are wanted.</param>
    /// <param name="shapley">Where they go.</param>
    public void Shapley(int output, Span<double> shapley)
    {
        for (int feature = 0; feature < shapley.Length; feature++)
        {
            double sum = 0;
            foreach (double point in _sums.Span.Slice(((output * _features) + feature) * _width, _width))
                sum += point;
            shapley[feature] = sum;
        }
    }

    public void Dispose()
    {
        _quadrature.Dispose();
        _sums.Dispose();
        _nodes.Dispose();
    }

    private void Add<TLanes>(TreePaths paths, int first, ReadOnlySpan<double> instance)
        where TLanes : struct, ILanes<TLanes>
    {
        int nodes = paths.Tree.NodeCount, length = nodes * _width;
        Span<double> memory = _nodes.Span, products = memory[..length], steps = memory.Slice(length, length), follows = memory.Slice(5 * length, nodes);
        Down<TLanes>(paths, instance, products, steps, memory.Slice(2 * length, 2 * length), follows);
        for (int output = 0; output < _outputs; output++)
            Up<TLanes>(paths, first + output, products, steps, follows, memory.Slice(4 * length, length), _sums.Span[(output * _features * _width)..]);
    }

    /// <summary>
    /// At every node the weight of the point times Π_j (o_j·t + z_j·(1 − t)), and by how much the share of its own feature j there,
    /// (o_j − z_j) divided by its factor, differs from that at the question about j before.
    /// </summary>
    private void Down<TLanes>(TreePaths paths, ReadOnlySpan<double> instance, Span<double> products, Span<double> steps, Span<double> known, Span<double> follows)
        where TLanes : struct, ILanes<TLanes>
    {
        nuint width = (nuint)_width;
        ref double product = ref MemoryMarshal.GetReference(products);
        ref double step = ref MemoryMarshal.GetReference(steps);
        ref double inverse = ref MemoryMarshal.GetReference(known);
        ref double share = ref Unsafe.Add(ref inverse, known.Length / 2);
        ref double points = ref MemoryMarshal.GetReference(_quadrature.Points);
        ref double rests = ref MemoryMarshal.GetReference(_quadrature.Rests);
        ref double misses = ref MemoryMarshal.GetReference(_quadrature.Misses);
        _quadrature.Weights.CopyTo(products);
        known[.._width].Fill(1);
        known.Slice(known.Length / 2, _width).Clear();
        follows[0] = 1;
        foreach (int node in paths.Splits)
        {
            int left = paths.Left(node), above = paths.Above(left);
            nuint parent = (nuint)node * width, before = (nuint)above * width;
            if (follows[above] == 0)
            {
                follows[left] = follows[left + 1] = 0;
                Scale<TLanes>(ref product, parent, (nuint)left * width, paths.Kept(left));
                Scale<TLanes>(ref product, parent, (nuint)(left + 1) * width, paths.Kept(left + 1));
                continue;
            }

            int taken = paths.Next(node, instance), other = (2 * left) + 1 - taken;
            (follows[taken], follows[other]) = (1, 0);
            nuint to = (nuint)taken * width, past = (nuint)other * width;
            TLanes keptHere = TLanes.Of(paths.Share(taken)), keptThere = TLanes.Of(paths.Share(other)), lost = TLanes.Of(1 - paths.Share(taken));
            for (nuint i = 0; i < width; i += (nuint)TLanes.Count)
            {
                TLanes rest = TLanes.Load(in rests, i), shareBefore = TLanes.Load(in share, before + i);
                TLanes factor = TLanes.Fma(keptHere, rest, TLanes.Load(in points, i)), one = TLanes.Of(1) / factor, shareHere = lost * one;
                TLanes carried = TLanes.Load(in product, parent + i) * TLanes.Load(in inverse, before + i);
                TLanes.Store(one, ref inverse, to + i);
                TLanes.Store(shareHere, ref share, to + i);
                TLanes.Store(shareHere - shareBefore, ref step, to + i);
                TLanes.Store(carried * factor, ref product, to + i);
                TLanes.Store(TLanes.Load(in misses, i) - shareBefore, ref step, past + i);
                TLanes.Store(carried * (keptThere * rest), ref product, past + i);
            }
        }
    }

    private void Scale<TLanes>(ref double product, nuint from, nuint to, double factor)
        where TLanes : struct, ILanes<TLanes>
    {
        for (nuint i = 0; i < (nuint)_width; i += (nuint)TLanes.Count)
            TLanes.Store(TLanes.Load(in product, from + i) * TLanes.Of(factor), ref product, to + i);
    }

    /// <summary>Carries the sums over the leaves below a node up, and takes every feature's share of them.</summary>
    private void Up<TLanes>(TreePaths paths, int output, ReadOnlySpan<double> products, ReadOnlySpan<double> steps, ReadOnlySpan<double> follows, Span<double> carriedUp, Span<double> ofFeatures)
        where TLanes : struct, ILanes<TLanes>
    {
        nuint width = (nuint)_width;
        ref double step = ref MemoryMarshal.GetReference(steps);
        ref double carry = ref MemoryMarshal.GetReference(carriedUp);
        ref double sums = ref MemoryMarshal.GetReference(ofFeatures);
        Leaves<TLanes>(paths, output, products, carriedUp);
        for (int split = paths.Splits.Length - 1; split >= 0; split--)
        {
            int node = paths.Splits[split], first = paths.Left(node);
            nuint left = (nuint)first * width, right = left + width, parent = (nuint)node * width, sum = (nuint)paths.Feature(first) * width;
            bool isAnswered = follows[paths.Above(first)] != 0;
            for (nuint i = 0; i < width; i += (nuint)TLanes.Count)
            {
                TLanes ofLeft = TLanes.Load(in carry, left + i), ofRight = TLanes.Load(in carry, right + i);
                TLanes.Store(ofLeft + ofRight, ref carry, parent + i);
                if (isAnswered)
                    TLanes.Store(TLanes.Fma(ofLeft, TLanes.Load(in step, left + i), TLanes.Fma(ofRight, TLanes.Load(in step, right + i), TLanes.Load(in sums, sum + i))), ref sums, sum + i);
            }
        }
    }

    /// <summary>At every leaf its answer times the product there.</summary>
    private void Leaves<TLanes>(TreePaths paths, int output, ReadOnlySpan<double> products, Span<double> carriedUp)
        where TLanes : struct, ILanes<TLanes>
    {
        nuint width = (nuint)_width;
        ref double product = ref MemoryMarshal.GetReference(products);
        ref double carry = ref MemoryMarshal.GetReference(carriedUp);
        foreach (int leaf in paths.Leaves)
        {
            TLanes answer = TLanes.Of(paths.Tree.Values(leaf)[output]);
            for (nuint i = (nuint)leaf * width; i < ((nuint)leaf + 1) * width; i += (nuint)TLanes.Count)
                TLanes.Store(answer * TLanes.Load(in product, i), ref carry, i);
        }
    }
}
