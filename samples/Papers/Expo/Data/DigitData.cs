using TypedExplain.Media;
using TypedExplain.Training;

namespace Papers.Expo;

/// <summary>Handwritten digits.</summary>
public static class DigitData
{
    public const int Size = 28, Classes = 10;

    /// <summary>Its files.</summary>
    public static IReadOnlyList<string> Files { get; } = [Images("train"), Labels("train"), Images("t10k"), Labels("t10k")];

    /// <summary>Images with pixels from 0 to 1.</summary>
    /// <param name="part">"train" or "t10k".</param>
    /// <param name="most">The most images.</param>
    public static LabeledImages Load(string part, int most = int.MaxValue)
    {
        (IdxImages images, System.Collections.Immutable.ImmutableArray<byte> labels) = IdxFile.Read(DataFolder.File(Images(part)), DataFolder.File(Labels(part)));
        int count = Math.Min(most, images.Count);
        float[] pixels = new float[count * Size * Size];
        images.CopyTo(0, pixels);
        return new(Size, [.. pixels], [.. labels.Take(count).Select(label => (int)label)]);
    }

    private static string Images(string part) => $"mnist/{part}-images-idx3-ubyte.gz";

    private static string Labels(string part) => $"mnist/{part}-labels-idx1-ubyte.gz";
}
