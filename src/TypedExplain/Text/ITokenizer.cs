namespace TypedExplain.Media;

/// <summary>Divides a text into tokens; what lies between them are separators. A value: the same text gives the same tokens.</summary>
public interface ITokenizer : IDescribed
{
    /// <summary>Finds the first token that starts at a place or after it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to look from: 0, or the end of the token before.</param>
    /// <param name="token">The token, which neither starts before that place nor is empty.</param>
    /// <returns>Whether there is one.</returns>
    bool TryNext(ReadOnlySpan<char> text, int from, out TokenSpan token);
}
