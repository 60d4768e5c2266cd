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

    /// <summary>The content of a file that is right.</summary>
    public static byte[] ContentOf(byte[] file)
    {
        using BinaryReader reader = new(new MemoryStream(file), Encoding.UTF8);
        _ = reader.ReadString();
        _ = reader.ReadInt32();
        _ = reader.ReadString();
        return reader.ReadBytes(reader.ReadInt32());
    }
}
