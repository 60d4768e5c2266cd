namespace TypedExplain.Models.Remote;

/// <summary>The first NaN or infinity in an answer, which Python and others write although JSON has no such numbers.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Word">How it is written.</param>
internal readonly record struct NonFiniteToken(int At, string Word)
{
    private static readonly (byte[] Bytes, string Word)[] s_words =
    [
        ("NaN"u8.ToArray(), "NaN"), ("nan"u8.ToArray(), "nan"), ("-Infinity"u8.ToArray(), "-Infinity"), ("Infinity"u8.ToArray(), "Infinity"),
        ("-inf"u8.ToArray(), "-inf"), ("inf"u8.ToArray(), "inf"),
    ];

    /// <summary>Puts 0 where such words stand outside of strings, so that the rest can be read; gives the first, or null where there is none.</summary>
    public static NonFiniteToken? TakeOut(ref byte[] text)
    {
        NonFiniteToken? first = null;
        bool isQuoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '"' && !(isQuoted && IsEscaped(text, at)))
                isQuoted = !isQuoted;
            if (isQuoted || Starting(text.AsSpan(at)) is not { } found)
                continue;
            if (first is null)
                text = [.. text];
            first ??= new(at, found.Word);
            text.AsSpan(at, found.Bytes.Length).Fill((byte)' ');
            text[at] = (byte)'0';
        }

        return first;
    }

    /// <summary>The word that a string is, or null.</summary>
    public static string? WordOf(ReadOnlySpan<byte> text)
    {
        foreach ((byte[] bytes, string word) in s_words)
        {
            if (text.SequenceEqual(bytes))
                return word;
        }

        return null;
    }

    private static (byte[] Bytes, string Word)? Starting(ReadOnlySpan<byte> text)
    {
        if (text[0] is not ((byte)'N' or (byte)'n' or (byte)'I' or (byte)'i' or (byte)'-'))
            return null;
        foreach ((byte[] Bytes, string Word) known in s_words)
        {
            if (text.StartsWith(known.Bytes))
                return known;
        }

        return null;
    }

    private static bool IsEscaped(byte[] text, int at)
    {
        int slashes = 0;
        while (at - slashes > 0 && text[at - slashes - 1] == '\\')
            slashes++;
        return slashes % 2 == 1;
    }
}
