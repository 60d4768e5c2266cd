namespace TypedExplain.Training.Convolution;

/// <summary>A convolution over square images with padding that keeps size ÷ stride, the odd extra row and column at the bottom and right.</summary>
/// <param name="Size">Height and width of its input.</param>
/// <param name="Channels">Channels of its input.</param>
/// <param name="Kernel">Height and width of the kernel.</param>
/// <param name="Stride">Steps between its places.</param>
/// <param name="Filters">Channels of its output.</param>
internal readonly record struct ConvolutionShape(int Size, int Channels, int Kernel, int Stride, int Filters)
{
    public int OutputSize => (Size + Stride - 1) / Stride;

    /// <summary>Rows of zeros above, columns of zeros to the left.</summary>
    public int PadBefore => Padding / 2;

    /// <summary>Rows below, columns to the right.</summary>
    public int PadAfter => Padding - PadBefore;

    public int Inputs => Size * Size * Channels;

    public int Places => OutputSize * OutputSize;

    /// <summary>Numbers under the kernel at one place.</summary>
    public int Patch => Kernel * Kernel * Channels;

    private int Padding => Math.Max(((OutputSize - 1) * Stride) + Kernel - Size, 0);
}
