using System.Numerics;

namespace TypedExplain.Training;

/// <summary>The three products of an affine layer with weights of inputs × outputs.</summary>
internal static class DenseProduct
{
    /// <summary>to = from · W.</summary>
    public static void Forward<TNumber>(ReadOnlySpan<TNumber> from, int rows, int inputs, int outputs, ReadOnlySpan<TNumber> weights, Span<TNumber> to, Scratch<TNumber> scratch)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        if (outputs <= NarrowProduct.Columns)
            NarrowProduct.Multiply(from, rows, inputs, weights, outputs, to, scratch);
        else
            MatrixProduct.Multiply(new MatrixView<TNumber>(from, rows, inputs), new MatrixView<TNumber>(weights, inputs, outputs), to, scratch);
    }

    /// <summary>below = own · Wᵀ.</summary>
    public static void Back<TNumber>(ReadOnlySpan<TNumber> own, int rows, int inputs, int outputs, ReadOnlySpan<TNumber> weights, Span<TNumber> below, Scratch<TNumber> scratch)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber> =>
        MatrixProduct.Multiply(new MatrixView<TNumber>(own, rows, outputs), new MatrixView<TNumber>(weights, inputs, outputs).Transposed, below, scratch);

    /// <summary>gradient += fromᵀ · own.</summary>
    public static void AddGradient<TNumber>(ReadOnlySpan<TNumber> from, int rows, int inputs, int outputs, ReadOnlySpan<TNumber> own, Span<TNumber> gradient, Scratch<TNumber> scratch)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        if (outputs <= NarrowProduct.Columns)
            NarrowProduct.AddTransposed(from, rows, inputs, own, outputs, gradient);
        else
            MatrixProduct.Multiply(new MatrixView<TNumber>(from, rows, inputs).Transposed, new MatrixView<TNumber>(own, rows, outputs), gradient, scratch, add: true);
    }
}
