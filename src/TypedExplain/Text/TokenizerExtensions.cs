using System.Collections.Immutable;

namespace TypedExplain.Media;

/// <summary>What every tokenizer can do.</summary>
public static class TokenizerExtensions
{
    /// <summary>All tokens of a text, in order.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidOptionException">The tokenizer gave a token that is empty, overlaps another or is not in the text.</exception>
    public static ImmutableArray<TokenSpan> Tokenize(this ITokenizer tokenizer, ReadOnlySpan<char> text)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ImmutableArray<TokenSpan>.Builder tokens = ImmutableArray.CreateBuilder<TokenSpan>();
        for (int at = 0; Next(tokenizer, text, ref at) is { Length: > 0 } token;)
            tokens.Add(token);
        return tokens.DrainToImmutable();
    }

    /// <summary>The next token, checked; of length 0 where there is none.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to look from; the end of the token on return.</param>
    internal static TokenSpan Next(ITokenizer tokenizer, ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length || !tokenizer.TryNext(text, at, out TokenSpan token))
            return default;
        if (token.Start < at || token.Length < 1 || token.Length > text.Length - token.Start)
            throw new InvalidOptionException($"The tokenizer {tokenizer} gave a token of {token.Length} units from {token.Start} when asked from {at} on, in a text of {text.Length}; a token must have at least 1 unit, start at or after the place asked about and lie in the text.");
        at = token.End;
        return token;
    }
}
