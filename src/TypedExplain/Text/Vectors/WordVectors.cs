using System.Numerics;
using TypedExplain.Numerics;

namespace TypedExplain.Text.Vectors;

/// <summary>Vectors, one after the other, and the cosines between them. Immutable.</summary>
internal sealed class WordVectors<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly TNumber[] _rows;
    private readonly double[] _norms;
    private readonly int _stride;

    /// <param name="dimensions">Numbers per vector.</param>
    /// <param name="rows">The vectors, each filled up with zeros to <see cref="NumberOps.Stride{TNumber}"/>; not to be changed afterwards.</param>
    public WordVectors(int dimensions, TNumber[] rows)
    {
        Dimensions = dimensions;
        _rows = rows;
        _stride = NumberOps.Stride<TNumber>(dimensions);
        _norms = new double[rows.Length / _stride];
        for (int i = 0; i < _norms.Length; i++)
            _norms[i] = Math.Sqrt(Product(Row(i), Row(i)));
    }

    public int Dimensions { get; }

    public int Count => _norms.Length;

    public ReadOnlySpan<TNumber> this[int row] => _rows.AsSpan(row * _stride, Dimensions);

    /// <summary>The cosine of two vectors; 0 where one of them is 0.</summary>
    public double Similarity(int left, int right)
    {
        double norms = _norms[left] * _norms[right];
        if (left == right)
            return norms > 0 ? 1 : 0;
        double dot = double.CreateTruncating(NumberOps.Dot(Row(left), Row(right)));

        // Very large numbers may leave the range of single precision.
        if (!double.IsFinite(dot))
            dot = Product(Row(left), Row(right));
        return norms > 0 ? Math.Clamp(dot / norms, -1, 1) : 0;
    }

    private ReadOnlySpan<TNumber> Row(int row) => _rows.AsSpan(row * _stride, _stride);

    private static double Product(ReadOnlySpan<TNumber> left, ReadOnlySpan<TNumber> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum = Math.FusedMultiplyAdd(double.CreateTruncating(left[i]), double.CreateTruncating(right[i]), sum);
        return sum;
    }
}
