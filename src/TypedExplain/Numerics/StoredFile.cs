using System.Text;

namespace TypedExplain.Numerics;

/// <summary>The frame of stored models that belong to no record: what it is, its version, its content, a check of that.</summary>
internal static class StoredFile
{
    /// <summary>Writes a frame around content.</summary>
    public static void Write(Stream stream, string format, int version, Action<BinaryWriter> content)
    {
        using MemoryStream body = new();
        using (BinaryWriter inner = new(body, Encoding.UTF8, leaveOpen: true))
            content(inner);
        ReadOnlySpan<byte> bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        using BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(format);
        writer.Write(version);
        writer.Write(bytes.Length);
        writer.Write(bytes);
        writer.Write(Check(bytes));
    }

    /// <summary>Reads content out of its frame.</summary>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    public static TResult Read<TResult>(Stream stream, string format, int version, Func<BinaryReader, TResult> content)
    {
        using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            byte[] expected = Encoding.UTF8.GetBytes(format);
            if (reader.ReadByte() != expected.Length || !reader.ReadBytes(expected.Length).AsSpan().SequenceEqual(expected))
                throw new InvalidModelException($"The file is no {format}.");
            int stored = reader.ReadInt32();
            if (stored != version)
                throw new InvalidModelException($"The file has format version {stored} of {format}, and this library reads version {version}.");
            int length = reader.ReadInt32();
            byte[] bytes = length < 0 ? [] : Content(reader, length);
            if (bytes.Length != length || reader.ReadUInt64() != Check(bytes))
                throw new InvalidModelException($"The file of the {format} is damaged: its content does not have the sum that was stored with it.");
            using BinaryReader inner = new(new MemoryStream(bytes), Encoding.UTF8);
            return content(inner);
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or DecoderFallbackException or OverflowException)
        {
            throw new InvalidModelException($"The file of the {format} is cut off or damaged: {error.Message}");
        }
    }

    /// <summary>As many bytes as are there, taken up in parts, so that a damaged length costs no memory.</summary>
    private static byte[] Content(BinaryReader reader, int length)
    {
        const int Part = 1 << 20;
        MemoryStream body = new(Math.Min(length, Part));
        while (body.Length < length && reader.ReadBytes((int)Math.Min(Part, length - body.Length)) is { Length: > 0 } part)
            body.Write(part);
        return body.ToArray();
    }

    private static ulong Check(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 14695981039346656037;
        foreach (byte value in bytes)
            sum = (sum ^ value) * 1099511628211;
        return sum;
    }
}
