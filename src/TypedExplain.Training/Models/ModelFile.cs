using System.Text;

namespace TypedExplain.Training;

/// <summary>The frame of every stored network: what it is, its version, its record's schema, its content, a check of that.</summary>
internal static class ModelFile
{
    /// <summary>Writes a frame around the content of a model of records.</summary>
    public static void Write<T>(Stream stream, string format, int version, Action<BinaryWriter> content)
        where T : IFeatureRecord<T> => Write(stream, format, version, T.Schema.ToJson(), content);

    /// <summary>Writes a frame around content.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="format">What the file is.</param>
    /// <param name="version">The version of its content.</param>
    /// <param name="schema">The schema of the model's record; empty where it has none.</param>
    /// <param name="content">Writes the content.</param>
    public static void Write(Stream stream, string format, int version, string schema, Action<BinaryWriter> content)
    {
        using MemoryStream body = new();
        using (BinaryWriter inner = new(body, Encoding.UTF8, leaveOpen: true))
            content(inner);
        byte[] bytes = body.ToArray();
        using BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(format);
        writer.Write(version);
        writer.Write(schema);
        writer.Write(bytes.Length);
        writer.Write(bytes);
        writer.Write(Check(bytes));
    }

    /// <summary>Reads the content of a model of records out of its frame.</summary>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static TResult Read<T, TResult>(Stream stream, string format, int version, Func<BinaryReader, TResult> content)
        where T : IFeatureRecord<T> => Read(stream, format, version, T.Schema.CheckJson, content);

    /// <summary>Reads content out of its frame.</summary>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    public static TResult Read<TResult>(Stream stream, string format, int version, Action<string> checkSchema, Func<BinaryReader, TResult> content)
    {
        using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (ReadFormat(reader, format) != format)
                throw new InvalidModelException($"The file is no {format}.");
            int stored = reader.ReadInt32();
            if (stored != version)
                throw new InvalidModelException($"The file has format version {stored} of {format}, and this library reads version {version}.");
            checkSchema(ReadText(reader));
            byte[] bytes = ReadBytes(reader, reader.ReadInt32());
            if (reader.ReadUInt64() != Check(bytes))
                throw new InvalidModelException($"The file of the {format} is damaged: its content does not have the sum that was stored with it.");
            using BinaryReader inner = new(new MemoryStream(bytes), Encoding.UTF8);
            return content(inner);
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw new InvalidModelException($"The file of the {format} is cut off or damaged: {error.Message}");
        }
    }

    public static void Write(this BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        foreach (double value in values)
            writer.Write(value);
    }

    public static void Write(this BinaryWriter writer, ReadOnlySpan<float> values)
    {
        writer.Write(values.Length);
        foreach (float value in values)
            writer.Write(value);
    }

    public static double[] ReadDoubles(this BinaryReader reader)
    {
        double[] values = new double[ReadCount(reader, sizeof(double))];
        foreach (ref double value in values.AsSpan())
            value = reader.ReadDouble();
        return values;
    }

    public static float[] ReadSingles(this BinaryReader reader)
    {
        float[] values = new float[ReadCount(reader, sizeof(float))];
        foreach (ref float value in values.AsSpan())
            value = reader.ReadSingle();
        return values;
    }

    public static void WriteList<TItem>(this BinaryWriter writer, IReadOnlyCollection<TItem> items, Action<TItem> write)
    {
        writer.Write(items.Count);
        foreach (TItem item in items)
            write(item);
    }

    public static TItem[] ReadList<TItem>(this BinaryReader reader, Func<TItem> read)
    {
        TItem[] items = new TItem[ReadCount(reader, 1)];
        foreach (ref TItem item in items.AsSpan())
            item = read();
        return items;
    }

    /// <summary>The first bytes, as text where they are that; a foreign file may begin with any length.</summary>
    private static string ReadFormat(BinaryReader reader, string format)
    {
        byte[] expected = Encoding.UTF8.GetBytes(format);
        return reader.ReadByte() == expected.Length && reader.ReadBytes(expected.Length).AsSpan().SequenceEqual(expected) ? format : "";
    }

    /// <summary>A length that what is left of the content can have.</summary>
    private static int ReadCount(BinaryReader reader, int size) => reader.ReadInt32() is var count && count >= 0 && count <= (reader.BaseStream.Length - reader.BaseStream.Position) / size
        ? count
        : throw new FormatException($"a list of {count} items does not fit");

    /// <summary>Bytes in blocks, so that a damaged length takes no more memory than the file.</summary>
    private static byte[] ReadBytes(BinaryReader reader, int length)
    {
        using MemoryStream bytes = new();
        while (bytes.Length < length)
        {
            byte[] block = reader.ReadBytes(Math.Min(1 << 16, length - (int)bytes.Length));
            if (block.Length == 0)
                throw new EndOfStreamException($"{length} bytes were announced and {bytes.Length} are there");
            bytes.Write(block);
        }

        return length < 0 ? throw new FormatException($"a content of {length} bytes") : bytes.ToArray();
    }

    /// <summary>Text as <see cref="BinaryWriter.Write(string)"/> writes it.</summary>
    private static string ReadText(BinaryReader reader) => Encoding.UTF8.GetString(ReadBytes(reader, reader.Read7BitEncodedInt()));

    private static ulong Check(byte[] bytes)
    {
        ulong sum = 14695981039346656037;
        foreach (byte value in bytes)
            sum = (sum ^ value) * 1099511628211;
        return sum;
    }
}
