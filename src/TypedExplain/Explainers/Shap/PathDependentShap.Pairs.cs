using System.Runtime.InteropServices;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain.Explainers.Shap;

/// <content>
/// Interactions of two features. A leaf's share of the pair i, j is ∫₀¹ v · (o_i − z_i) · (o_j − z_j) · Π_{k≠i,j} (o_k·t + z_k·(1 − t)) dt. The
/// share of a feature is the sum of its steps over the questions on the way, so each question meets each one above it once:
/// the time is nodes × depth × points.
/// </content>
internal readonly ref partial struct PathDependentShap
{
    /// <summary>Adds the interactions of one tree's answers to those of the trees before it.</summary>
    /// <param name="paths">The tree.</param>
    /// <param name="output">The output.</param>
    /// <param name="instance">The columns of the encoded instance.</param>
    /// <param name="pairs">For each pair of features, the first one of the lesser position, its points; the rest of the square is left alone.</param>
    public void AddPairs(TreePaths paths, int output, ReadOnlySpan<double> instance, Span<double> pairs)
    {
        if (_width == PairLanes.Count)
            AddPairs<PairLanes>(paths, output, instance, pairs);
        else
            AddPairs<FourLanes>(paths, output, instance, pairs);
    }

    /// <summary>Sums the points of pairs: what two features together add beyond what each adds alone, by Shapley's weights.</summary>
    /// <param name="pairs">The points.</param>
    /// <param name="interactions">One number per pair of features, both orders alike.</param>
    public void Sum(ReadOnlySpan<double> pairs, Span<double> interactions)
    {
        for (int i = 0; i < _features; i++)
        {
            for (int j = i + 1; j < _features; j++)
            {
                double sum = 0;
                foreach (double point in pairs.Slice(((i * _features) + j) * _width, _width))
                    sum += point;
                interactions[(i * _features) + j] = interactions[(j * _features) + i] = sum;
            }
        }
    }

    private void AddPairs<TLanes>(TreePaths paths, int output, ReadOnlySpan<double> instance, Span<double> pairs)
        where TLanes : struct, ILanes<TLanes>
    {
        int nodes = paths.Tree.NodeCount, length = nodes * _width;
        Span<double> memory = _nodes.Span, products = memory[..length], steps = memory.Slice(length, length), carried = memory.Slice(4 * length, length), follows = memory.Slice(5 * length, nodes);
        Down<TLanes>(paths, instance, products, steps, memory.Slice(2 * length, 2 * length), follows);
        Leaves<TLanes>(paths, output, products, carried);
        for (int split = paths.Splits.Length - 1; split >= 0; split--)
        {
            int node = paths.Splits[split], left = paths.Left(node);
            if (follows[paths.Above(left)] != 0)
            {
                for (int above = node; above != 0; above = paths.Parent(above))
                {
                    if (paths.Feature(above) != paths.Feature(left) && follows[paths.Above(above)] != 0)
                        AddPair<TLanes>(paths, left, above, steps, carried, pairs);
                }
            }

            for (int i = 0; i < _width; i++)
                carried[(node * _width) + i] = carried[(left * _width) + i] + carried[((left + 1) * _width) + i];
        }
    }

    /// <summary>Adds what a question's answers have together with one further up.</summary>
    private void AddPair<TLanes>(TreePaths paths, int left, int above, ReadOnlySpan<double> steps, ReadOnlySpan<double> carriedUp, Span<double> pairs)
        where TLanes : struct, ILanes<TLanes>
    {
        (int one, int other) = (Math.Min(paths.Feature(left), paths.Feature(above)), Math.Max(paths.Feature(left), paths.Feature(above)));
        ref double step = ref MemoryMarshal.GetReference(steps);
        ref double carry = ref MemoryMarshal.GetReference(carriedUp);
        ref double sums = ref MemoryMarshal.GetReference(pairs);
        nuint width = (nuint)_width, own = (nuint)left * width, further = (nuint)above * width, sum = (nuint)((one * _features) + other) * width;
        for (nuint i = 0; i < width; i += (nuint)TLanes.Count)
        {
            TLanes here = TLanes.Fma(TLanes.Load(in carry, own + i), TLanes.Load(in step, own + i), TLanes.Load(in carry, own + width + i) * TLanes.Load(in step, own + width + i));
            TLanes.Store(TLanes.Fma(here, TLanes.Load(in step, further + i), TLanes.Load(in sums, sum + i)), ref sums, sum + i);
        }
    }
}
