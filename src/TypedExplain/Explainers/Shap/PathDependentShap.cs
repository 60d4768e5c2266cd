using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;

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
/// point, and the leaves below a further question about the same feature are corrected there.
/// </remarks>
internal readonly ref struct PathDependentShap : IDisposable
{
    private const int Lanes = 4;

    private readonly Pooled _quadrature;
    private readonly Pooled _sums;
    private readonly int _width;
    private readonly int _features;
    private readonly int _outputs;

    /// <summary>Prepares for forests.</summary>
    /// <param name="mostFeatures">The most features that any path asks about.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="outputs">Of how many outputs values are wanted.</param>
    public PathDependentShap(int mostFeatures, int features, int outputs)
    {
        (_features, _outputs) = (features, outputs);

        // Points are taken four at a time; those too many have weight 0.
        int points = Math.Max(1, (mostFeatures + 1) / 2);
        _width = (points + Lanes - 1) / Lanes * Lanes;
        _quadrature = new(2 * _width);
        _sums = new(outputs * features * Lanes);
        GaussLegendre.Fill(Points[..points], Weights[..points]);
        Points[points..].Fill(0.5);
    }

    private Span<double> Points => _quadrature.Span[.._width];

    private Span<double> Weights => _quadrature.Span[_width..];

    /// <summary>Adds the Shapley values of one tree's answers to those of the trees before it.</summary>
    /// <param name="paths">The tree.</param>
    /// <param name="first">The first of the outputs that are wanted.</param>
    /// <param name="instance">The columns of the encoded instance.</param>
    public void Add(TreePaths paths, int first, ReadOnlySpan<double> instance)
    {
        int nodes = paths.Tree.NodeCount, length = nodes * _width;
        using Pooled memory = Pooled.Unset((4 * length) + nodes);
        Span<double> products = memory.Span[..length], factors = memory.Span.Slice(length, length), shares = memory.Span.Slice(2 * length, length);
        Down(paths, instance, products, factors, shares, memory.Span[(4 * length)..]);
        for (int output = 0; output < _outputs; output++)
            Up(paths, first + output, products, shares, memory.Span.Slice(3 * length, length), _sums.Span[(output * _features * Lanes)..]);
    }

    /// <summary>Writes the sums of an output; one number per feature.</summary>
    /// <param name="output">Which of those that are wanted.</param>
    /// <param name="shapley">Where they go.</param>
    public void Shapley(int output, Span<double> shapley)
    {
        for (int feature = 0; feature < shapley.Length; feature++)
        {
            double sum = 0;
            foreach (double lane in _sums.Span.Slice(((output * _features) + feature) * Lanes, Lanes))
                sum += lane;
            shapley[feature] = sum;
        }
    }

    public void Dispose()
    {
        _quadrature.Dispose();
        _sums.Dispose();
    }

    /// <summary>
    /// At every node Π_j (o_j·t + z_j·(1 − t)), the factor of its own feature j, and (o_j − z_j) divided by that.
    /// </summary>
    private void Down(TreePaths paths, ReadOnlySpan<double> instance, Span<double> products, Span<double> factors, Span<double> shares, Span<double> follows)
    {
        ref double product = ref MemoryMarshal.GetReference(products);
        ref double factor = ref MemoryMarshal.GetReference(factors);
        ref double share = ref MemoryMarshal.GetReference(shares);
        ref double points = ref MemoryMarshal.GetReference(Points);
        products[.._width].Fill(1);
        shares[.._width].Clear();
        follows[0] = 1;
        for (int i = 0; i < _width; i += Lanes)
            Factor(1, 1, Vector256.LoadUnsafe(ref points, (nuint)i)).StoreUnsafe(ref factor, (nuint)i);
        for (int node = 1; node < follows.Length; node++)
        {
            int parent = paths.Parent(node), above = paths.Above(node);
            double own = paths.Share(node), known = paths.Next(parent, instance) == node ? follows[above] : 0;
            follows[node] = known;
            for (int i = 0; i < _width; i += Lanes)
            {
                nuint at = (nuint)((node * _width) + i);
                Vector256<double> here = Factor(known, own, Vector256.LoadUnsafe(ref points, (nuint)i));
                Vector256<double> step = here / Vector256.LoadUnsafe(ref factor, (nuint)((above * _width) + i));
                here.StoreUnsafe(ref factor, at);
                (Vector256.Create(known - own) / here).StoreUnsafe(ref share, at);
                (Vector256.LoadUnsafe(ref product, (nuint)((parent * _width) + i)) * step).StoreUnsafe(ref product, at);
            }
        }
    }

    /// <summary>Carries the sums over the leaves below a node up, and takes every feature's share of them.</summary>
    private void Up(TreePaths paths, int output, ReadOnlySpan<double> products, ReadOnlySpan<double> shares, Span<double> carriedUp, Span<double> ofFeatures)
    {
        carriedUp.Clear();
        ref double product = ref MemoryMarshal.GetReference(products);
        ref double share = ref MemoryMarshal.GetReference(shares);
        ref double carry = ref MemoryMarshal.GetReference(carriedUp);
        ref double weights = ref MemoryMarshal.GetReference(Weights);
        ref double sums = ref MemoryMarshal.GetReference(ofFeatures);
        for (int node = paths.Tree.NodeCount - 1; node > 0; node--)
        {
            nuint own = (nuint)(node * _width), above = (nuint)(paths.Above(node) * _width), parent = (nuint)(paths.Parent(node) * _width), sum = (nuint)(paths.Feature(node) * Lanes);
            bool isLeaf = paths.IsLeaf(node);
            Vector256<double> answer = Vector256.Create(isLeaf ? paths.Tree.Values(node)[output] : 1), integral = Vector256.LoadUnsafe(ref sums, sum);
            for (nuint i = 0; i < (nuint)_width; i += Lanes)
            {
                Vector256<double> carried = isLeaf ? answer * Vector256.LoadUnsafe(ref product, own + i) : Vector256.LoadUnsafe(ref carry, own + i);
                integral += Vector256.LoadUnsafe(ref weights, i) * carried * (Vector256.LoadUnsafe(ref share, own + i) - Vector256.LoadUnsafe(ref share, above + i));
                (Vector256.LoadUnsafe(ref carry, parent + i) + carried).StoreUnsafe(ref carry, parent + i);
            }

            integral.StoreUnsafe(ref sums, sum);
        }
    }

    private static Vector256<double> Factor(double follows, double share, Vector256<double> t) =>
        (Vector256.Create(follows) * t) + (Vector256.Create(share) * (Vector256<double>.One - t));
}
