using System.ComponentModel;

namespace TypedExplain.Generated;

/// <summary>For generated code: the texts and images of one record, by their position in the schema.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MediaValues
{
    // Bytes are kept as shares of 255, which give every byte back.
    private const float FullByte = 255;

    private readonly string?[] _texts;
    private readonly ReadOnlyMemory<float>[] _images;

    internal MediaValues(int count, bool isAbsent = false) =>
        (_texts, _images, IsAbsent) = (new string?[count], new ReadOnlyMemory<float>[count], isAbsent);

    /// <summary>Stands for the media of a row of columns, which holds none: asking it for one is an error.</summary>
    public static MediaValues Absent { get; } = new(0, isAbsent: true);

    internal bool IsAbsent { get; }

    /// <summary>The words of one of the record's texts, as it holds them.</summary>
    /// <param name="media">Its position.</param>
    /// <exception cref="InvalidOperationException">The record was to be made of a row of columns only.</exception>
    public string Text(int media) => IsAbsent ? throw NoneInColumns() : _texts[media]!;

    /// <summary>An image of numbers.</summary>
    /// <param name="media">Its position.</param>
    /// <exception cref="InvalidOperationException">The record was to be made of a row of columns only.</exception>
    public ReadOnlyMemory<float> Image(int media) => IsAbsent ? throw NoneInColumns() : _images[media];

    /// <summary>An image of bytes; each the nearest one to 255 times its number.</summary>
    /// <param name="media">Its position.</param>
    /// <exception cref="InvalidOperationException">The record was to be made of a row of columns only.</exception>
    public ReadOnlyMemory<byte> Bytes(int media)
    {
        ReadOnlySpan<float> numbers = Image(media).Span;
        byte[] bytes = new byte[numbers.Length];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)Math.Clamp(MathF.Round(numbers[i] * FullByte), 0, FullByte);
        return bytes;
    }

    /// <summary>Puts a text.</summary>
    /// <param name="media">Its position.</param>
    /// <param name="text">The text.</param>
    public void Set(int media, string? text) => _texts[media] = text;

    /// <summary>Puts an image of numbers.</summary>
    /// <param name="media">Its position.</param>
    /// <param name="image">The image.</param>
    public void Set(int media, ReadOnlyMemory<float> image) => _images[media] = image;

    /// <summary>Puts an image of bytes.</summary>
    /// <param name="media">Its position.</param>
    /// <param name="image">The image.</param>
    public void Set(int media, ReadOnlyMemory<byte> image)
    {
        float[] numbers = new float[image.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = image.Span[i] / FullByte;
        _images[media] = numbers;
    }

    /// <summary>The same media, to be changed apart.</summary>
    internal MediaValues Copy()
    {
        MediaValues copy = new(_texts.Length);
        _texts.CopyTo(copy._texts, 0);
        _images.CopyTo(copy._images, 0);
        return copy;
    }

    private static InvalidOperationException NoneInColumns() =>
        new("A row of columns holds neither texts nor images, so no record can be made from only that. Ask EncodedRows.Decode for the record of a row that a model was given.");
}
