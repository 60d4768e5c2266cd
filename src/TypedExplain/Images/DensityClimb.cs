using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain.Images;

/// <summary>Pixels, by place and color, that each climb to the nearest denser one in a window.</summary>
internal sealed class DensityClimb(double[] planes, int planeCount, int height, int width, int reach)
{
    /// <summary>Neighboring pixels of a row whose densities are summed together: their sums stay in the first cache.</summary>
    private const int StretchPixels = 256;

    /// <summary>For each pixel the top of the hill that it is on.</summary>
    public int[] Roots(double deviation, double maxDistance, CancellationToken cancellation)
    {
        double[] densities = new double[height * width];
        int[] parents = new int[densities.Length];

        // Pixels know nothing of each other's results, so stretches of rows are divided among threads without changing a bit.
        ParallelOptions options = new() { CancellationToken = cancellation };
        int stretches = ((width - 1) / StretchPixels) + 1;
        Parallel.For(0, height * stretches, options, i =>
        {
            (int first, int count) = Stretch(i, stretches);
            Sum(first, -0.5 / (deviation * deviation), densities.AsSpan(first, count), cancellation);
        });
        Parallel.For(0, height * stretches, options, i =>
        {
            (int first, int count) = Stretch(i, stretches);
            for (int pixel = first; pixel < first + count; pixel++)
            {
                cancellation.ThrowIfCancellationRequested();
                parents[pixel] = Parent(pixel, densities, maxDistance * maxDistance);
            }
        });

        // Parents are denser, so every way ends at a pixel that is its own; halving keeps the ways short.
        for (int pixel = 0; pixel < parents.Length; pixel++)
        {
            while (parents[pixel] != parents[parents[pixel]])
                parents[pixel] = parents[parents[pixel]];
        }

        return parents;
    }

    private (int First, int Count) Stretch(int number, int perRow)
    {
        int left = number % perRow * StretchPixels;
        return ((number / perRow * width) + left, Math.Min(StretchPixels, width - left));
    }

    /// <summary>The densities of a stretch. Each is summed over its window row after row, as if it were the only one.</summary>
    private void Sum(int first, double scale, Span<double> densities, CancellationToken cancellation)
    {
        int row = first / width, left = first % width;
        for (int down = -Math.Min(reach, row); down <= Math.Min(reach, height - 1 - row); down++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int across = -reach; across <= reach; across++)
            {
                // Those of the stretch that have a pixel there.
                int from = Math.Max(0, -across - left), to = Math.Min(densities.Length, width - across - left);
                if (from >= to)
                    continue;
                double apart = ((double)down * down) + ((double)across * across);
                int done = Vector512.IsHardwareAccelerated
                    ? AddWhole<TwoLanes<EightLanes>>(first + from, (down * width) + across, apart, scale, densities[from..to])
                    : AddWhole<TwoLanes<FourLanes>>(first + from, (down * width) + across, apart, scale, densities[from..to]);
                for (int i = from + done; i < to; i++)
                    densities[i] += VectorMath.Exp(scale * Distance(first + i, first + i + (down * width) + across, apart));
            }
        }
    }

    /// <summary>Adds what pixels at one offset give to as many densities as fill registers; how many those are.</summary>
    /// <remarks>Inlined, the kernel would exceed what the JIT inlines in turn, and become calls.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int AddWhole<TLanes>(int first, int offset, double apart, double scale, Span<double> densities)
        where TLanes : struct, ILanes<TLanes>
    {
        ref double sums = ref MemoryMarshal.GetReference(densities);
        ReadOnlySpan<double> own = planes.AsSpan(first, ((planeCount - 1) * height * width) + densities.Length), others = planes.AsSpan(first + offset, own.Length);
        int i = 0;
        for (; i <= densities.Length - TLanes.Count; i += TLanes.Count)
        {
            TLanes distance = TLanes.Of(apart);
            for (int plane = 0; plane < planeCount; plane++)
            {
                nuint at = (nuint)((plane * height * width) + i);
                TLanes off = TLanes.Load(in MemoryMarshal.GetReference(others), at) - TLanes.Load(in MemoryMarshal.GetReference(own), at);
                distance = TLanes.Fma(off, off, distance);
            }

            TLanes.Store(TLanes.Load(in sums, (nuint)i) + VectorMath.Exp(distance * TLanes.Of(scale)), ref sums, (nuint)i);
        }

        return i;
    }

    /// <summary>The nearest denser pixel, and the first of those that are equally near; the pixel itself where there is none.</summary>
    private int Parent(int pixel, double[] densities, double farthest)
    {
        int parent = pixel, ownRow = pixel / width, column = pixel % width;
        double nearest = double.PositiveInfinity, own = densities[pixel];

        // Row after row away from the pixel's own: the rows apart are a distance already, and so are the columns.
        for (int i = 0; i <= 2 * reach; i++)
        {
            int down = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1), row = ownRow + down;
            if ((double)down * down > Math.Min(nearest, farthest))
                break;
            if (row < 0 || row >= height)
                continue;
            int aside = nearest >= (double)reach * reach ? reach : (int)Math.Sqrt(nearest);
            int left = Math.Max(0, column - aside), right = Math.Min(width - 1, column + aside);
            for (int other = (row * width) + left; other <= (row * width) + right; other++)
            {
                if (densities[other] < own || (densities[other] == own && other >= pixel))
                    continue;
                double across = other - (row * width) - column, distance = Distance(pixel, other, ((double)down * down) + (across * across));
                if (distance <= farthest && (distance < nearest || (distance == nearest && other < parent)))
                    (parent, nearest) = (other, distance);
            }
        }

        return parent;
    }

    /// <summary>The squared distance of two pixels that are a squared distance apart by their places.</summary>
    private double Distance(int pixel, int other, double apart)
    {
        for (int plane = 0; plane < planeCount; plane++)
        {
            double off = planes[(plane * height * width) + other] - planes[(plane * height * width) + pixel];
            apart = Math.FusedMultiplyAdd(off, off, apart);
        }

        return apart;
    }
}
