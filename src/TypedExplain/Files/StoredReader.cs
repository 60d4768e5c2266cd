using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace TypedExplain.Files;

/// <summary>
/// Reads the content of a stored file. Every length is held against the bytes that are left before room is made for it, and
/// every number with a fraction must be finite; what is wrong is said with the byte where it stands.
/// </summary>
/// <param name="content">The content.</param>
/// <param name="format">What the file is.</param>
/// <param name="start">Where the content begins in the file.</param>
internal sealed class StoredReader(byte[] content, string format, long start)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _at;

    /// <summary>How many bytes are left.</summary>
    public int Left => content.Length - _at;

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>A whole number within bounds.</summary>
    public int ReadInt32(int least, int most, string what)
    {
        int value = ReadInt32();
        return value >= least && value <= most ? value : throw Damaged(string.Create(CultureInfo.InvariantCulture, $"{what} is {value}, and must be from {least} to {most}"), sizeof(int));
    }

    public double ReadDouble()
    {
        double value = BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));
        return double.IsFinite(value) ? value : throw Damaged(string.Create(CultureInfo.InvariantCulture, $"a number is {value}, and must be finite"), sizeof(double));
    }

    public string ReadText()
    {
        int from = _at, length = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte own = Take(1)[0];
            if (shift == 28 && own > 0x07)
                throw Damaged("a text is longer than any file", _at - from);
            length |= (own & 0x7F) << shift;
            if (own < 0x80)
                break;
        }

        from = _at;
        return Text(Take(length), format, start + from);
    }

    public double[] ReadDoubles()
    {
        double[] values = new double[ReadCount(sizeof(double))];
        foreach (ref double value in values.AsSpan())
            value = ReadDouble();
        return values;
    }

    public float[] ReadSingles()
    {
        float[] values = new float[ReadCount(sizeof(float))];
        ReadSingles(values);
        return values;
    }

    /// <summary>Fills a span with numbers of single precision.</summary>
    public void ReadSingles(Span<float> values)
    {
        foreach (ref float value in values)
        {
            value = BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));
            if (!float.IsFinite(value))
                throw Damaged(string.Create(CultureInfo.InvariantCulture, $"a number is {value}, and must be finite"), sizeof(float));
        }
    }

    /// <summary>A list.</summary>
    /// <param name="size">How many bytes an item has at least.</param>
    /// <param name="read">Reads an item.</param>
    public TItem[] ReadList<TItem>(int size, Func<TItem> read)
    {
        TItem[] items = new TItem[ReadCount(size)];
        foreach (ref TItem item in items.AsSpan())
            item = read();
        return items;
    }

    /// <summary>What is wrong with what was read last.</summary>
    /// <param name="reason">What is wrong.</param>
    /// <param name="bytes">How long it was.</param>
    public InvalidModelException Damaged(string reason, int bytes = 0) => Damaged(format, start + _at - bytes, reason);

    /// <summary>What is wrong with a file.</summary>
    public static InvalidModelException Damaged(string format, long at, string reason) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The file of the {format} is damaged at byte {at}: {reason}."));

    /// <summary>Refuses bytes that nothing has read.</summary>
    public void RequireEnd()
    {
        if (Left > 0)
            throw Damaged(string.Create(CultureInfo.InvariantCulture, $"its content ends here, and {Left} more bytes were announced"));
    }

    /// <summary>Text of UTF-8 that stands at a byte of a file.</summary>
    public static string Text(ReadOnlySpan<byte> bytes, string format, long at)
    {
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Damaged(format, at, "a text is not UTF-8");
        }
    }

    private int ReadCount(int size)
    {
        int count = ReadInt32();
        return count >= 0 && count <= Left / size ? count : throw Damaged(string.Create(CultureInfo.InvariantCulture, $"a list of {count} items does not fit into the {Left} bytes that are left"), sizeof(int));
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > Left)
            throw Damaged(string.Create(CultureInfo.InvariantCulture, $"{length} bytes are expected, and {Left} are left"));
        _at += length;
        return content.AsSpan(_at - length, length);
    }
}
