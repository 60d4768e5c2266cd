namespace TypedExplain.Media;

/// <summary>Where a token stands in its text.</summary>
/// <param name="Start">The first UTF-16 unit, from 0.</param>
/// <param name="Length">How many units it has; at least 1.</param>
public readonly record struct TokenSpan(int Start, int Length)
{
    /// <summary>The first unit after it.</summary>
    public int End => Start + Length;

    /// <summary>The token itself.</summary>
    /// <param name="text">The text that it stands in.</param>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
