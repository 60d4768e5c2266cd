namespace TypedExplain.Media;

/// <summary>The longest runs without white space: for texts whose tokens are already set apart.</summary>
public sealed record WhitespaceTokenizer : ITokenizer
{
    /// <summary>The tokenizer of a description; null where it describes another.</summary>
    internal static WhitespaceTokenizer? Of(Description description) => description.Is(nameof(WhitespaceTokenizer)) ? new() : null;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(WhitespaceTokenizer));

    /// <inheritdoc/>
    public bool TryNext(ReadOnlySpan<char> text, int from, out TokenSpan token)
    {
        int start = from;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        token = new(start, end - start);
        return end > start;
    }
}
