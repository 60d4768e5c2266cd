using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Training.Kernels;

namespace TypedExplain.Training.Convolution;

/// <summary>Images as rows of what lies under the kernel at each place, and back.</summary>
internal static class Patches
{
    /// <summary>One row per place, in the order row, column; in it row, column and channel of the kernel.</summary>
    public static void Unfold<TNumber>(ConvolutionShape shape, ReadOnlySpan<TNumber> image, Span<TNumber> patches)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int length = shape.Kernel * shape.Channels, lanes = Vector256<TNumber>.Count, rounded = (length + lanes - 1) / lanes * lanes, at = 0;
        for (int row = 0; row < shape.OutputSize; row++)
        {
            for (int column = 0; column < shape.OutputSize; column++)
            {
                (int from, int skip, int count) = Line(shape, column);
                for (int i = 0, y = (row * shape.Stride) - shape.PadBefore; i < shape.Kernel; i++, y++, at += length)
                {
                    int start = (y * shape.Size * shape.Channels) + from;
                    if ((uint)y >= (uint)shape.Size)
                    {
                        patches.Slice(at, length).Clear();
                    }
                    else if (count == length && at + rounded <= patches.Length && start + rounded <= image.Length)
                    {
                        // Copies beyond the end of the line; what follows it is written later.
                        CopyVectors(ref MemoryMarshal.GetReference(image[start..]), ref MemoryMarshal.GetReference(patches[at..]), rounded);
                    }
                    else
                    {
                        patches.Slice(at, length).Clear();
                        image.Slice(start, count).CopyTo(patches[(at + skip)..]);
                    }
                }
            }
        }
    }

    /// <summary>Adds every number of the patches to the pixel that it came from.</summary>
    public static void AddFolded<TNumber>(ConvolutionShape shape, ReadOnlySpan<TNumber> patches, Span<TNumber> image)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int length = shape.Kernel * shape.Channels, at = 0;
        for (int row = 0; row < shape.OutputSize; row++)
        {
            for (int column = 0; column < shape.OutputSize; column++)
            {
                (int from, int skip, int count) = Line(shape, column);
                for (int i = 0, y = (row * shape.Stride) - shape.PadBefore; i < shape.Kernel; i++, y++, at += length)
                {
                    if ((uint)y < (uint)shape.Size)
                        Elementwise.AddScaled(TNumber.One, patches.Slice(at + skip, count), image.Slice((y * shape.Size * shape.Channels) + from, count));
                }
            }
        }
    }

    /// <summary>Where a line of the kernel lies in a line of the image: its first number there, how many it lacks on the left, how many it has.</summary>
    private static (int From, int Skip, int Count) Line(ConvolutionShape shape, int column)
    {
        int x = (column * shape.Stride) - shape.PadBefore, first = Math.Max(x, 0), end = Math.Min(x + shape.Kernel, shape.Size);
        return (first * shape.Channels, (first - x) * shape.Channels, (end - first) * shape.Channels);
    }

    private static void CopyVectors<TNumber>(ref TNumber from, ref TNumber to, int length)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        for (nuint i = 0; i < (nuint)length; i += (nuint)Vector256<TNumber>.Count)
            Vector256.LoadUnsafe(ref from, i).StoreUnsafe(ref to, i);
    }
}
