namespace TypedExplain.ML.XGBoost;

/// <summary>NaN and infinities, which XGBoost writes although JSON has no such numbers: at questions about categories, where they mean nothing.</summary>
internal static class XGBoostTokens
{
    private static readonly byte[][] s_words = ["NaN"u8.ToArray(), "-nan"u8.ToArray(), "nan"u8.ToArray(), "-Infinity"u8.ToArray(), "Infinity"u8.ToArray(), "-inf"u8.ToArray(), "inf"u8.ToArray()];

    /// <summary>The text with empty strings in place of such words, so that all else can be read; the same array where it has none.</summary>
    public static byte[] Quoted(byte[] text)
    {
        byte[] quoted = text;
        bool isInside = false;
        for (int at = 0; at < text.Length; at++)
        {
            if (isInside && text[at] == '\\')
                at++;
            else if (text[at] == '"')
                isInside = !isInside;
            else if (!isInside && text[at] is (byte)'N' or (byte)'n' or (byte)'I' or (byte)'i' or (byte)'-' && Array.Find(s_words, word => text.AsSpan(at).StartsWith(word)) is { } found)
            {
                if (ReferenceEquals(quoted, text))
                    quoted = [.. text];
                quoted.AsSpan(at, found.Length).Fill((byte)' ');
                quoted[at] = quoted[at + 1] = (byte)'"';
                at += found.Length - 1;
            }
        }

        return quoted;
    }
}
