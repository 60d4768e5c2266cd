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
internal static class PathDependentShap
{
    /// <summary>Adds the Shapley values of one tree's answer.</summary>
    /// <param name="paths">The tree.</param>
    /// <param name="output">Which of its outputs.</param>
    /// <param name="instance">The columns of the encoded instance.</param>
    /// <param name="points">Points t of the quadrature, at least half as many as a path has features.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="shapley">One number per feature, to which the values are added.</param>
    public static void Add(TreePaths paths, int output, ReadOnlySpan<double> instance, ReadOnlySpan<double> points, ReadOnlySpan<double> weights, Span<double> shapley)
    {
        int nodes = paths.Tree.NodeCount, width = points.Length;
        using Pooled memory = new((nodes * width) + nodes);
        Span<double> products = memory.Span[..(nodes * width)], follows = memory.Span[(nodes * width)..];

        // Down: Π_j (o_j·t + z_j·(1 − t)) at every node.
        products[..width].Fill(1);
        follows[0] = 1;
        for (int node = 1; node < nodes; node++)
        {
            int parent = paths.Parent(node), above = paths.Above(node);
            follows[node] = paths.Next(parent, instance) == node ? follows[above] : 0;
            double own = paths.Share(node), before = above == 0 ? 1 : paths.Share(above);
            Span<double> product = products.Slice(node * width, width);
            ReadOnlySpan<double> from = products.Slice(parent * width, width);
            for (int i = 0; i < width; i++)
                product[i] = from[i] * (Factor(follows[node], own, points[i]) / Factor(follows[above], before, points[i]));
        }

        for (int node = 0; node < nodes; node++)
        {
            if (!paths.IsLeaf(node))
                products.Slice(node * width, width).Clear();
        }

        // Up: sums of the leaves below a node.
        for (int node = nodes - 1; node > 0; node--)
        {
            int above = paths.Above(node);
            double answer = paths.IsLeaf(node) ? paths.Tree.Values(node)[output] : 1;
            double own = paths.Share(node), before = above == 0 ? 1 : paths.Share(above), integral = 0;
            ReadOnlySpan<double> sum = products.Slice(node * width, width);
            Span<double> parent = products.Slice(paths.Parent(node) * width, width);
            for (int i = 0; i < width; i++)
            {
                double carried = answer * sum[i];
                double share = ((follows[node] - own) / Factor(follows[node], own, points[i])) - ((follows[above] - before) / Factor(follows[above], before, points[i]));
                integral += weights[i] * carried * share;
                parent[i] += carried;
            }

            shapley[paths.Feature(node)] += integral;
        }
    }

    /// <summary>The mean of a tree's answer where nothing is known.</summary>
    public static double Empty(TreePaths paths, int output)
    {
        double sum = 0;
        for (int node = 0; node < paths.Tree.NodeCount; node++)
        {
            if (paths.IsLeaf(node))
                sum += paths.Tree.Values(node)[output] * paths.Tree[node].Draws;
        }

        return sum / paths.Tree.Root.Draws;
    }

    private static double Factor(double follows, double share, double t) => (follows * t) + (share * (1 - t));
}
