using System.Numerics;

namespace TypedExplain.Training.Kernels;

/// <summary>The three products of an affine layer with weights of inputs × outputs.</summary>
internal static class DenseProduct
{
    /// <summary>to = from · W.</summary>
    public static void Forward<TNumber>(ReadOnlySpan<TNumber> from, int rows, int inputs, int outputs, ReadOnlySpan<TNumber> weights, Span<TNumber> to, Scratch<TNumber> scratch)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber> => Forward(from, rows, inputs, outputs, weights, to, scratch, default(IdentityEpilogue<TNumber>));

    /// <summary>The same, with something done to each element at the end.</summary>
    public static void Forward<TNumber, TEnd>(ReadOnlySpan<TNumber> from, int rows, int inputs, int outputs, ReadOnlySpan<TNumber> weights, Span<TNumber> to, Scratch<TNumber> scratch, TEnd end)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        if (outputs > NarrowProduct.Columns)
        {
            MatrixProduct.Multiply(new MatrixView<TNumber>(from, rows, inputs), new MatrixView<TNumber>(weights, inputs, outputs), to, scratch, add: false, end);
            return;
        }

        NarrowProduct.Multiply(from, rows, inputs, weights, outputs, to, scratch);
        for (int i = 0, column = 0; i < rows * outputs; i++, column = column + 1 == outputs ? 0 : column + 1)
            to[i] = end.Of(to[i], (nuint)i, (nuint)column);
    }

    /// <summary>below = own · Wᵀ.</summary>
    public static void Back<TNumber>(ReadOnlySpan<TNumber> own, int rows, int inputs, int outputs, ReadOnlySpan<TNumber> weights, Span<TNumber> below, Scratch<TNumber> scratch)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber> => Back(own, rows, inputs, outputs, weights, below, scratch, default(IdentityEpilogue<TNumber>));

    /// <summary>The same, with something done to each element at the end.</summary>
    public static void Back<TNumber, TEnd>(ReadOnlySpan<TNumber> own, int rows, int inputs, int outputs, ReadOnlySpan<TNumber> weights, Span<TNumber> below, Scratch<TNumber> scratch, TEnd end)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct =>
        MatrixProduct.Multiply(new MatrixView<TNumber>(own, rows, outputs), new MatrixView<TNumber>(weights, inputs, outputs).Transposed, below, scratch, add: false, end);

    /// <summary>gradient += fromᵀ · own, or some of its rows: a part of several, of which the bits do not depend.</summary>
    public static void AddGradient<TNumber>(ReadOnlySpan<TNumber> from, int rows, int inputs, int outputs, ReadOnlySpan<TNumber> own, Span<TNumber> gradient, Scratch<TNumber> scratch, int part = 0, int parts = 1)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        if (outputs <= NarrowProduct.Columns)
        {
            if (part == 0)
                NarrowProduct.AddTransposed(from, rows, inputs, own, outputs, gradient);
            return;
        }

        int groups = (inputs + Tile<TNumber>.Rows - 1) / Tile<TNumber>.Rows;
        int first = Math.Min(inputs, groups * part / parts * Tile<TNumber>.Rows), end = Math.Min(inputs, groups * (part + 1) / parts * Tile<TNumber>.Rows);
        if (end > first && rows > 0)
            MatrixProduct.Multiply(new MatrixView<TNumber>(from, rows, inputs).Transposed.Block(first, end - first, 0, rows), new MatrixView<TNumber>(own, rows, outputs), gradient[(first * outputs)..], scratch, add: true);
    }
}
