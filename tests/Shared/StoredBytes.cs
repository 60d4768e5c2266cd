using System.Security.Cryptography;
using System.Text;

namespace TypedExplain.Tests.Support;

/// <summary>Stored files with any content and the right SHA-256, as somebody would make them who means harm.</summary>
internal static class StoredBytes
{
    public static byte[] Of(string format, string schema, Action<BinaryWriter> content, int version = 2)
    {
        using MemoryStream body = new();
        using (BinaryWriter writer = new(body, Encoding.UTF8, leaveOpen: true))
            content(writer);
        return Of(format, schema, body.ToArray(), version);
    }

    public static byte[] Of(string format, string schema, byte[] content, int version = 2)
    {
        using MemoryStream whole = new();
        using (BinaryWriter writer = new(whole, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(format);
            writer.Write(version);
            writer.Write(schema);
            writer.Write(content.Length);
            writer.Write(content);
        }

        byte[] bytes = whole.ToArray();
        return [.. bytes, .. SHA256.HashData(bytes)];
    }

    /// <summary>The same file with a SHA-256 of what it holds now.</summary>
    public static byte[] Sealed(byte[] file) => file.Length < SHA256.HashSizeInBytes ? file : [.. file[..^32], .. SHA256.HashData(file.AsSpan(0, file.Length - 32))];

    /// <summary>Whether a file has a SHA-256 at its end that is right, so that its parts can be told.</summary>
    public static bool IsWhole(byte[] file) => file.Length > 32 && file.AsSpan().SequenceEqual(Sealed(file));

    /// <summary>The parts of a file that is whole.</summary>
    public static (string Format, int Version, string Schema, byte[] Content) Parts(byte[] file)
    {
        using BinaryReader reader = new(new MemoryStream(file), Encoding.UTF8);
        return (reader.ReadString(), reader.ReadInt32(), reader.ReadString(), reader.ReadBytes(reader.ReadInt32()));
    }

    /// <summary>The content of a file that is right.</summary>
    public static byte[] ContentOf(byte[] file) => Parts(file).Content;
}
