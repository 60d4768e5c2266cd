using System.Buffers;
using System.Globalization;
using System.Text;

namespace TypedExplain.Media;

/// <summary>
/// Words as LIME has them: the longest runs of letters, marks, numbers and connectors such as the underscore (\w of regular
/// expressions, by Unicode characters and not by UTF-16 units).
/// </summary>
/// <remarks>
/// A surrogate pair is one character, and a combining mark belongs to the word it stands in, so neither is ever cut.
/// An apostrophe ends a word: "dog's" is "dog" and "s".
/// </remarks>
public sealed record WordTokenizer : ITokenizer
{
    private static readonly SearchValues<char> s_ascii = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>Words of fewer UTF-16 units are left out, with the separators; at least 1.</summary>
    public int MinimumLength { get; init; } = 1;

    /// <summary>The tokenizer of a description; null where it describes another.</summary>
    internal static WordTokenizer? Of(Description description) =>
        description.Is(nameof(WordTokenizer)) && description.Number("minimumLength") is >= 1 and <= int.MaxValue and double length ? new() { MinimumLength = (int)length } : null;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(WordTokenizer)).With("minimumLength", MinimumLength);

    /// <inheritdoc/>
    public bool TryNext(ReadOnlySpan<char> text, int from, out TokenSpan token)
    {
        int end = from;
        do
        {
            int start = Separators(text, end);
            end = Word(text, start);
            token = new(start, end - start);
        }
        while (token.Length > 0 && token.Length < MinimumLength);
        return token.Length > 0;
    }

    /// <summary>Where the next word starts; the end of the text where there is none.</summary>
    private static int Separators(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !IsWord(text[at..], out int units))
            at += units;
        return at;
    }

    private static int Word(ReadOnlySpan<char> text, int at)
    {
        while (true)
        {
            int plain = text[at..].IndexOfAnyExcept(s_ascii);
            if (plain < 0)
                return text.Length;
            at += plain;
            if (!IsWord(text[at..], out int units))
                return at;
            at += units;
        }
    }

    /// <summary>Whether the first character is part of a word, and how many units it has; half a surrogate pair is not.</summary>
    private static bool IsWord(ReadOnlySpan<char> text, out int units)
    {
        units = 1;
        if (text[0] < 128)
            return s_ascii.Contains(text[0]);
        if (Rune.DecodeFromUtf16(text, out Rune rune, out units) != OperationStatus.Done)
            return false;
        return Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.ConnectorPunctuation;
    }
}
