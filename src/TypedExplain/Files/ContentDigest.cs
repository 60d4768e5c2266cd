using System.Buffers;
using System.Security.Cryptography;

namespace TypedExplain.Files;

/// <summary>SHA-256 of content, as 64 hexadecimal digits.</summary>
internal static class ContentDigest
{
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef");

    /// <summary>How many digits a digest has.</summary>
    public const int Digits = 2 * SHA256.HashSizeInBytes;

    /// <summary>That of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>That of what is written; nothing of it is kept.</summary>
    public static string Of(Action<Stream> write)
    {
        using SHA256 hash = SHA256.Create();
        using (CryptoStream stream = new(Stream.Null, hash, CryptoStreamMode.Write))
            write(stream);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    /// <summary>That of numbers and texts, which a writer frames.</summary>
    public static string OfValues(Action<BinaryWriter> write) => Of(stream =>
    {
        using BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        write(writer);
    });

    /// <summary>Whether a text is a digest: 64 hexadecimal digits, small letters.</summary>
    public static bool IsDigest(string text) => text.Length == Digits && !text.AsSpan().ContainsAnyExcept(s_hex);
}
