using System.Runtime.Intrinsics;
using TypedExplain.Numerics;

namespace TypedExplain.Images;

/// <summary>Pixels, by place and color, that each climb to the nearest denser one in a window.</summary>
internal sealed class DensityClimb(double[] planes, int planeCount, int height, int width, int reach)
{
    /// <summary>For each pixel the top of the hill that it is on.</summary>
    public int[] Roots(double deviation, double maxDistance)
    {
        double[] densities = new double[height * width];
        int[] parents = new int[densities.Length];

        // Pixels know nothing of each other's results, so rows are divided among threads without changing a bit.
        Parallel.For(0, height, row =>
        {
            double[] window = new double[(2 * reach) + 1];
            for (int pixel = row * width; pixel < (row + 1) * width; pixel++)
                densities[pixel] = Density(pixel, -0.5 / (deviation * deviation), window);
        });
        Parallel.For(0, height, row =>
        {
            double[] window = new double[(2 * reach) + 1];
            for (int pixel = row * width; pixel < (row + 1) * width; pixel++)
                parents[pixel] = Parent(pixel, densities, maxDistance * maxDistance, window);
        });

        // Parents are denser, so every way ends at a pixel that is its own; halving keeps the ways short.
        for (int pixel = 0; pixel < parents.Length; pixel++)
        {
            while (parents[pixel] != parents[parents[pixel]])
                parents[pixel] = parents[parents[pixel]];
        }

        return parents;
    }

    private double Density(int pixel, double scale, double[] window)
    {
        double sum = 0;
        int column = pixel % width, left = Math.Max(0, column - reach), right = Math.Min(width - 1, column + reach);
        for (int row = Math.Max(0, (pixel / width) - reach); row <= Math.Min(height - 1, (pixel / width) + reach); row++)
        {
            Span<double> line = Distances(pixel, row, left, right, window);
            foreach (ref double distance in line)
                distance *= scale;
            VectorMath.Exp(line);
            foreach (double value in line)
                sum += value;
        }

        return sum;
    }

    private int Parent(int pixel, double[] densities, double farthest, double[] window)
    {
        int parent = pixel;
        double nearest = double.PositiveInfinity;
        int column = pixel % width, left = Math.Max(0, column - reach), right = Math.Min(width - 1, column + reach);
        for (int row = Math.Max(0, (pixel / width) - reach); row <= Math.Min(height - 1, (pixel / width) + reach); row++)
        {
            // The rows apart are a distance already.
            int down = row - (pixel / width);
            if (down * down > nearest)
                continue;
            ReadOnlySpan<double> line = Distances(pixel, row, left, right, window);
            for (int i = 0; i < line.Length; i++)
            {
                int other = (row * width) + left + i;
                bool isDenser = densities[other] > densities[pixel] || (densities[other] == densities[pixel] && other < pixel);
                if (isDenser && line[i] < nearest && line[i] <= farthest)
                    (parent, nearest) = (other, line[i]);
            }
        }

        return parent;
    }

    /// <summary>Squared distances from a pixel to a stretch of a row.</summary>
    private Span<double> Distances(int pixel, int row, int left, int right, double[] window)
    {
        Span<double> line = window.AsSpan(0, right - left + 1);
        double down = row - (pixel / width);
        int from = left - (pixel % width);
        for (int i = 0; i < line.Length; i++)
            line[i] = (down * down) + ((double)(from + i) * (from + i));
        for (int plane = 0; plane < planeCount; plane++)
        {
            int start = plane * height * width;
            double own = planes[start + pixel];
            ReadOnlySpan<double> others = planes.AsSpan(start + (row * width) + left, line.Length);
            int i = 0;
            for (; i <= others.Length - 8; i += 8)
            {
                Vector512<double> off = Vector512.Create(others[i..]) - Vector512.Create(own);
                Vector512.FusedMultiplyAdd(off, off, Vector512.Create<double>(line[i..])).CopyTo(line[i..]);
            }

            for (; i < others.Length; i++)
                line[i] = Math.FusedMultiplyAdd(others[i] - own, others[i] - own, line[i]);
        }

        return line;
    }
}
