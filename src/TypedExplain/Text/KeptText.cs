using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Media;
using TypedExplain.Numerics;

namespace TypedExplain.Text;

/// <summary>Texts without some of their words. Without a branch on what is kept, since which words are cannot be guessed.</summary>
internal static class KeptText
{
    private const int Most = 512;

    /// <summary>All that is between words, and the words that are kept.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words, in order.</param>
    /// <param name="features">The feature of each word.</param>
    /// <param name="kept">One number per feature: 0 where it is removed.</param>
    [SkipLocalsInit]
    public static string Of(string text, ReadOnlySpan<TokenSpan> tokens, ReadOnlySpan<int> features, ReadOnlySpan<double> kept)
    {
        // A register may write beyond what is kept.
        int room = text.Length + Vector256<ushort>.Count;
        char[]? rented = room > Most ? ArrayPool<char>.Shared.Rent(room) : null;
        Span<char> to = rented ?? stackalloc char[Most];
        int at = 0, from = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            // Every word is written with what is before it, and written over where it is removed.
            TokenSpan token = tokens[i];
            Copy(text, from, token.End - from, to[at..]);
            at += token.Start - from + (kept[features[i]] == 0 ? 0 : token.Length);
            from = token.End;
        }

        text.AsSpan(from).CopyTo(to[at..]);
        string result = new(to[..(at + text.Length - from)]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented, Pooled.ClearsReturned);
        return result;
    }

    private static void Copy(string text, int from, int length, Span<char> to)
    {
        if (length > Vector256<ushort>.Count || from + Vector256<ushort>.Count > text.Length)
        {
            text.AsSpan(from, length).CopyTo(to);
            return;
        }

        ref ushort source = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text.AsSpan(from, Vector256<ushort>.Count)));
        Vector256.LoadUnsafe(ref source).StoreUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(to[..Vector256<ushort>.Count])));
    }
}
