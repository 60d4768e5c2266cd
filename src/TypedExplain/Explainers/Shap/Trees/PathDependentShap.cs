using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Forests;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// Shapley values of trees whose unknown questions are answered both ways, by the shares of the training rows.
/// </summary>
/// <remarks>
/// For a leaf with answer v, v(S) = v · Π_{j in S} o_j · Π_{j not in S} z_j over the features j of its path, where o_j
/// is 1 if the instance gives all the path's answers about j and z_j is the share of training rows that do. The Shapley
/// value of such a product is ∫₀¹ v · (o_i − z_i) · Π_{j≠i} (o_j·t + z_j·(1 − t)) dt (Owen's multilinear extension).
/// The integrand is a polynomial, so Gauss's quadrature with half as many points as the path has features is exact; all
/// factors are positive, so nothing cancels. Sums over leaves are carried up the tree: each node takes one step per
/// point, and the leaves below a further question about the same feature are corrected there.
/// </remarks>
internal readonly ref struct PathDependentShap : IDisposable
{
    private const int Lanes = 8;

    private readonly Pooled _quadrature;
    private readonly Pooled _sums;
    private readonly int _width;

    /// <summary>Prepares for forests.</summary>
    /// <param name="mostFeatures">The most features that any path asks about.</param>
    /// <param name="features">How many features there are.</param>
    public PathDependentShap(int mostFeatures, int features)
    {
        // Points are taken eight at a time; those too many have weight 0.
        int points = Math.Max(1, (mostFeatures + 1) / 2);
        _width = (points + Lanes - 1) / Lanes * Lanes;
        _quadrature = new(2 * _width);
        _sums = new(features * Lanes);
        GaussLegendre.Fill(Points[..points], Weights[..points]);
        Points[points..].Fill(0.5);
    }

    private Span<double> Points => _quadrature.Span[.._width];

    private Span<double> Weights => _quadrature.Span[_width..];

    /// <summary>Adds the Shapley values of one tree's answer to those of the trees before it.</summary>
    /// <param name="paths">The tree.</param>
    /// <param name="output">Which of its outputs.</param>
    /// <param name="instance">The columns of the encoded instance.</param>
    public void Add(TreePaths paths, int output, ReadOnlySpan<double> instance)
    {
        int nodes = paths.Tree.NodeCount;
        using Pooled memory = new(nodes * (_width + 1));
        Span<double> products = memory.Span[..(nodes * _width)], follows = memory.Span[(nodes * _width)..];
        Down(paths, instance, products, follows);
        for (int node = 0; node < nodes; node++)
        {
            if (!paths.IsLeaf(node))
                products.Slice(node * _width, _width).Clear();
        }

        Up(paths, output, products, follows);
    }

    /// <summary>Writes the sums; one number per feature.</summary>
    public void Shapley(Span<double> shapley)
    {
        for (int feature = 0; feature < shapley.Length; feature++)
        {
            double sum = 0;
            foreach (double lane in _sums.Span.Slice(feature * Lanes, Lanes))
                sum += lane;
            shapley[feature] = sum;
        }
    }

    /// <summary>The mean of a tree's answer where nothing is known.</summary>
    public static double Empty(TreePaths paths, int output)
    {
        double sum = 0;
        for (int node = 0; node < paths.Tree.NodeCount; node++)
        {
            if (paths.IsLeaf(node))
                sum += paths.Tree.Values(node)[output] * paths.Draws(node);
        }

        return sum / paths.Draws(0);
    }

    public void Dispose()
    {
        _quadrature.Dispose();
        _sums.Dispose();
    }

    /// <summary>Π_j (o_j·t + z_j·(1 − t)) at every node, and whether the instance gives all answers about its feature.</summary>
    private void Down(TreePaths paths, ReadOnlySpan<double> instance, Span<double> products, Span<double> follows)
    {
        ref double product = ref MemoryMarshal.GetReference(products);
        ref double points = ref MemoryMarshal.GetReference(Points);
        products[.._width].Fill(1);
        follows[0] = 1;
        for (int node = 1; node < follows.Length; node++)
        {
            int parent = paths.Parent(node), above = paths.Above(node);
            follows[node] = paths.Next(parent, instance) == node ? follows[above] : 0;
            for (int i = 0; i < _width; i += Lanes)
            {
                Vector512<double> t = Vector512.LoadUnsafe(ref points, (nuint)i);
                Vector512<double> step = Factor(follows[node], paths.Share(node), t) / Factor(follows[above], paths.Share(above), t);
                (Vector512.LoadUnsafe(ref product, (nuint)((parent * _width) + i)) * step).StoreUnsafe(ref product, (nuint)((node * _width) + i));
            }
        }
    }

    /// <summary>Carries the sums over the leaves below a node up, and takes every feature's share of them.</summary>
    private void Up(TreePaths paths, int output, Span<double> products, ReadOnlySpan<double> follows)
    {
        ref double product = ref MemoryMarshal.GetReference(products);
        ref double points = ref MemoryMarshal.GetReference(Points);
        ref double weights = ref MemoryMarshal.GetReference(Weights);
        ref double sums = ref MemoryMarshal.GetReference(_sums.Span);
        for (int node = follows.Length - 1; node > 0; node--)
        {
            int above = paths.Above(node);
            double answer = paths.IsLeaf(node) ? paths.Tree.Values(node)[output] : 1;
            double own = paths.Share(node), before = paths.Share(above);
            nuint to = (nuint)(paths.Parent(node) * _width), sum = (nuint)(paths.Feature(node) * Lanes);
            Vector512<double> integral = Vector512.LoadUnsafe(ref sums, sum);
            for (int i = 0; i < _width; i += Lanes)
            {
                Vector512<double> t = Vector512.LoadUnsafe(ref points, (nuint)i);
                Vector512<double> carried = Vector512.Create(answer) * Vector512.LoadUnsafe(ref product, (nuint)((node * _width) + i));
                Vector512<double> share = (Vector512.Create(follows[node] - own) / Factor(follows[node], own, t)) - (Vector512.Create(follows[above] - before) / Factor(follows[above], before, t));
                integral += Vector512.LoadUnsafe(ref weights, (nuint)i) * carried * share;
                (Vector512.LoadUnsafe(ref product, to + (nuint)i) + carried).StoreUnsafe(ref product, to + (nuint)i);
            }

            integral.StoreUnsafe(ref sums, sum);
        }
    }

    private static Vector512<double> Factor(double follows, double share, Vector512<double> t) =>
        (Vector512.Create(follows) * t) + (Vector512.Create(share) * (Vector512<double>.One - t));
}
