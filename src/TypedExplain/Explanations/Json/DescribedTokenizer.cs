using TypedExplain.Media;

namespace TypedExplain.Explanations.Json;

/// <summary>A tokenizer of which is known what it is called and how it divided one text. Any other text it refuses.</summary>
internal sealed class DescribedTokenizer(Description description, string text, TokenSpan[] spans) : ITokenizer
{
    /// <summary>The library's own tokenizer where it is one, else one that knows the text only.</summary>
    /// <param name="description">What it is.</param>
    /// <param name="text">The text.</param>
    /// <param name="spans">Where the text's tokens stand, in order.</param>
    public static ITokenizer Of(Description description, string text, TokenSpan[] spans) =>
        WordTokenizer.Of(description) ?? WhitespaceTokenizer.Of(description) ?? (ITokenizer)new DescribedTokenizer(description, text, spans);

    public Description Describe() => description;

    public bool TryNext(ReadOnlySpan<char> own, int from, out TokenSpan token)
    {
        if (!own.SequenceEqual(text))
            throw new InvalidOptionException($"The explanation was read from JSON, and its texts were divided by {description.Type}, which is not a tokenizer of this library: of another text its words are not known.");
        int low = 0, high = spans.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = spans[middle].Start < from ? (middle + 1, high) : (low, middle);
        }

        token = low < spans.Length ? spans[low] : default;
        return token.Length > 0;
    }

    public override string ToString() => description.Type;
}
