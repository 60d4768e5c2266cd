using System.Security.Cryptography;
using System.Text;

namespace TypedExplain.Files;

/// <summary>
/// The frame of every stored file: what it is, the version of its content, its record's schema, the content, and the
/// SHA-256 of all that. A reader takes no more memory than there are bytes, whatever lengths a file announces.
/// </summary>
internal static class StoredFile
{
    /// <summary>The version of the frame and of everything in it: to be raised when a byte is written in another way.</summary>
    public const int Version = 2;

    // Announced lengths are taken up in parts, so that a damaged one costs no memory.
    private const int Part = 1 << 16;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a frame around the content of a model of records.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="format">What the file is.</param>
    /// <param name="schema">The schema of the record; empty where it has none.</param>
    /// <param name="content">Writes the content.</param>
    public static void Write(Stream stream, string format, string schema, Action<BinaryWriter> content)
    {
        using MemoryStream body = new();
        using (BinaryWriter inner = new(body, s_utf8, leaveOpen: true))
        {
            try
            {
                content(inner);
            }
            catch (EncoderFallbackException error)
            {
                throw new InvalidModelException($"The {format} cannot be stored: a text in it holds half of a surrogate pair, which UTF-8 has no bytes for.", error);
            }
        }

        using MemoryStream whole = new();
        using (BinaryWriter writer = new(whole, s_utf8, leaveOpen: true))
        {
            writer.Write(format);
            writer.Write(Version);
            writer.Write(schema);
            writer.Write((int)body.Length);
            writer.Write(body.GetBuffer().AsSpan(0, (int)body.Length));
        }

        ReadOnlySpan<byte> bytes = whole.GetBuffer().AsSpan(0, (int)whole.Length);
        stream.Write(bytes);
        stream.Write(SHA256.HashData(bytes));
    }

    /// <summary>Reads content out of its frame.</summary>
    /// <param name="stream">Where it comes from; it is read to the end of the frame.</param>
    /// <param name="format">What the file must be.</param>
    /// <param name="checkSchema">Refuses another record's schema.</param>
    /// <param name="content">Reads the content, which must end where the frame says.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    public static TResult Read<TResult>(Stream stream, string format, Action<string> checkSchema, Func<StoredReader, TResult> content)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] name = s_utf8.GetBytes(format), begin = Take(stream, 1, format, 0, hash);
        if (begin[0] != name.Length || !Take(stream, name.Length, format, 1, hash).AsSpan().SequenceEqual(name))
            throw new InvalidModelException($"The file is not a {format}.");
        long at = 1 + name.Length;
        int stored = Number();
        if (stored != Version)
            throw new InvalidModelException($"The file has format version {stored} of {format}, and this library reads version {Version}.{(stored == 1 ? " Version 1 had no SHA-256; store the model again from where it was trained." : "")}");
        byte[] schema = Take(stream, Length(), format, at, hash);
        at += schema.Length;
        byte[] body = Take(stream, Number(), format, at, hash);
        if (!Take(stream, SHA256.HashSizeInBytes, format, at + body.Length, null).AsSpan().SequenceEqual(hash.GetHashAndReset()))
            throw new InvalidModelException($"The file of the {format} is damaged: its content does not have the SHA-256 that was stored with it.");
        StoredReader reader = new(body, format, at);
        checkSchema(StoredReader.Text(schema, format, at - sizeof(int) - schema.Length));
        TResult result = content(reader);
        reader.RequireEnd();
        return result;

        int Number()
        {
            byte[] bytes = Take(stream, sizeof(int), format, at, hash);
            at += sizeof(int);
            return System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(bytes);
        }

        // A length as BinaryWriter writes that of a text: seven bits a byte.
        int Length()
        {
            uint length = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte own = Take(stream, 1, format, at++, hash)[0];
                if (shift == 28 && own > 0x07)
                    throw StoredReader.Damaged(format, at - 1, "a text is longer than any file");
                length |= (uint)(own & 0x7F) << shift;
                if (own < 0x80)
                    return (int)length;
            }
        }
    }

    private static byte[] Take(Stream stream, int length, string format, long at, IncrementalHash? hash)
    {
        if (length < 0)
            throw StoredReader.Damaged(format, at - sizeof(int), $"a length is {length}");
        byte[] bytes = new byte[Math.Min(length, Part)];
        int filled = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        while (filled == bytes.Length && filled < length)
        {
            Array.Resize(ref bytes, (int)Math.Min(length, 2L * filled));
            filled += stream.ReadAtLeast(bytes.AsSpan(filled), bytes.Length - filled, throwOnEndOfStream: false);
        }

        if (filled < length)
            throw new InvalidModelException($"The file of the {format} is cut off or damaged: at byte {at} there should be {length} more, and there are {filled}.");
        hash?.AppendData(bytes);
        return bytes;
    }
}
