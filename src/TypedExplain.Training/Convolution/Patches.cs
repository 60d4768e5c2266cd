using System.Numerics;

namespace TypedExplain.Training;

/// <summary>Images as rows of what lies under the kernel at each place, and back.</summary>
internal static class Patches
{
    /// <summary>One row per place, in the order row, column; in it row, column and channel of the kernel.</summary>
    public static void Unfold<TNumber>(ConvolutionShape shape, ReadOnlySpan<TNumber> image, Span<TNumber> patches)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int length = shape.Kernel * shape.Channels;
        for (int place = 0; place < shape.Places; place++)
        {
            for (int i = 0; i < shape.Kernel; i++)
            {
                Span<TNumber> to = patches.Slice((place * shape.Patch) + (i * length), length);
                (int from, int skip, int count) = Line(shape, place, i);
                if (count < length)
                    to.Clear();
                if (count > 0)
                    image.Slice(from, count).CopyTo(to[skip..]);
            }
        }
    }

    /// <summary>Adds every number of the patches to the pixel that it came from.</summary>
    public static void AddFolded<TNumber>(ConvolutionShape shape, ReadOnlySpan<TNumber> patches, Span<TNumber> image)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int length = shape.Kernel * shape.Channels;
        for (int place = 0; place < shape.Places; place++)
        {
            for (int i = 0; i < shape.Kernel; i++)
            {
                (int from, int skip, int count) = Line(shape, place, i);
                if (count > 0)
                    Elementwise.AddScaled(TNumber.One, patches.Slice((place * shape.Patch) + (i * length) + skip, count), image.Slice(from, count));
            }
        }
    }

    /// <summary>Where a line of the kernel lies in the image: its first number there, how many it lacks on the left, how many it has.</summary>
    private static (int From, int Skip, int Count) Line(ConvolutionShape shape, int place, int line)
    {
        int y = ((place / shape.OutputSize) * shape.Stride) - shape.PadBefore + line, x = ((place % shape.OutputSize) * shape.Stride) - shape.PadBefore;
        int first = Math.Max(x, 0), end = Math.Min(x + shape.Kernel, shape.Size);
        return y < 0 || y >= shape.Size || end <= first
            ? (0, 0, 0)
            : (((y * shape.Size) + first) * shape.Channels, (first - x) * shape.Channels, (end - first) * shape.Channels);
    }
}
