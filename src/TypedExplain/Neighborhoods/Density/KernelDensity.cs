using System.Runtime.Intrinsics;
using TypedExplain.Numerics;

namespace TypedExplain.Neighborhoods.Density;

/// <summary>A Gaussian kernel density: the mean of normal densities N(x; x_i, h²·I) around points x_i.</summary>
internal sealed class KernelDensity
{
    // Column after column, so that distances to all points are taken several at a time.
    private readonly double[] _columns;

    /// <summary>A density.</summary>
    /// <param name="points">The points, one after the other; at least one.</param>
    /// <param name="count">How many there are.</param>
    public KernelDensity(ReadOnlySpan<double> points, int count)
    {
        Count = count;
        Dimensions = points.Length / count;
        _columns = new double[points.Length];
        for (int i = 0; i < points.Length; i++)
            _columns[(i % Dimensions * count) + (i / Dimensions)] = points[i];
    }

    /// <summary>How many points there are.</summary>
    public int Count { get; }

    /// <summary>How many numbers a point has; 0 where there is nothing to measure.</summary>
    public int Dimensions { get; }

    /// <summary>Copies a point.</summary>
    public void Point(int index, Span<double> point)
    {
        for (int j = 0; j < Dimensions; j++)
            point[j] = _columns[(j * Count) + index];
    }

    /// <summary>The squared distances of all points from one.</summary>
    public void SquaredDistances(ReadOnlySpan<double> from, Span<double> squares)
    {
        squares.Clear();
        for (int j = 0; j < Dimensions; j++)
        {
            ReadOnlySpan<double> column = _columns.AsSpan(j * Count, Count);
            Vector256<double> origin = Vector256.Create(from[j]);
            int i = 0;
            for (; i <= Count - 4; i += 4)
            {
                Vector256<double> off = Vector256.Create(column[i..]) - origin;
                Vector256.FusedMultiplyAdd(off, off, Vector256.Create<double>(squares[i..])).CopyTo(squares[i..]);
            }

            for (; i < Count; i++)
                squares[i] = Math.FusedMultiplyAdd(column[i] - from[j], column[i] - from[j], squares[i]);
        }
    }

    /// <summary>The logarithm of the density at a place.</summary>
    public double Log(ReadOnlySpan<double> at, double bandwidth)
    {
        using Pooled squares = new(Count);
        SquaredDistances(at, squares.Span);
        return LogOfMean(squares.Span, bandwidth) + LogOfPeak(bandwidth, Dimensions);
    }

    /// <summary>log (1/n)·Σ exp(−δ²/(2h²)); the largest term is taken out, so that nothing underflows.</summary>
    public static double LogOfMean(ReadOnlySpan<double> squaredDistances, double bandwidth)
    {
        double nearest = double.PositiveInfinity;
        foreach (double square in squaredDistances)
            nearest = Math.Min(nearest, square);

        double scale = -1 / (2 * bandwidth * bandwidth);
        Vector512<double> scales = Vector512.Create(scale), least = Vector512.Create(nearest), sum = Vector512<double>.Zero;
        int i = 0;
        for (; i <= squaredDistances.Length - 8; i += 8)
            sum += VectorMath.Exp((Vector512.Create(squaredDistances[i..]) - least) * scales);
        double total = VectorOps.Sum(sum);
        for (; i < squaredDistances.Length; i++)
            total += VectorMath.Exp((squaredDistances[i] - nearest) * scale);
        return (nearest * scale) + VectorMath.Log(total / squaredDistances.Length);
    }

    /// <summary>The logarithm of a normal density at its center, −d/2·log(2πh²).</summary>
    public static double LogOfPeak(double bandwidth, int dimensions) => -0.5 * dimensions * VectorMath.Log(2 * Math.PI * bandwidth * bandwidth);
}
