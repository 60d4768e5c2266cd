using System.Globalization;
using System.Text;
using TypedExplain.Errors;

namespace TypedExplain.Data.CsvFiles;

/// <summary>The words in which a bad cell is reported.</summary>
internal static class CsvWords
{
    private const int Shown = 40;

    public static string Must(string allowed) => $"it must be {allowed}";

    /// <summary>What a cell must be, and which symbol of it a reader would not see or would take for another one.</summary>
    public static string Must(string text, string allowed) =>
        Odd(text) is { } odd ? $"it has {odd}; {Must(allowed)}" : Must(allowed);

    public static string Missing(string allowed) => $"a value is missing; {Must(allowed)}";

    /// <summary>A cell's text in one short line, with what cannot be seen as its code.</summary>
    public static string Shorten(string text)
    {
        int length = text.Length <= Shown ? text.Length : char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown;
        StringBuilder line = new();
        foreach (Rune rune in text.AsSpan(0, length).ToString().EnumerateRunes())
            line.Append(VisibleText.Of(rune));
        return line.Append(length < text.Length ? "..." : "").ToString();
    }

    /// <summary>Whether UTF-8 can hold a text: whether no half of a surrogate pair stands alone.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and int at)
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            text = text[(at + 2)..];
        }

        return true;
    }

    /// <summary>The first symbol that cannot be seen, or that looks like another one: a dash for a minus, a digit of another script.</summary>
    private static string? Odd(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            bool isOdd = rune.IsAscii
                ? category == UnicodeCategory.Control && rune.Value is not ('\t' or '\r' or '\n')
                : rune.Value == CsvNumber.MinusSign || category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator or UnicodeCategory.DecimalDigitNumber;
            if (isOdd || rune == Rune.ReplacementChar)
                return $"{NameOf(rune)} (U+{rune.Value:X4})";
        }

        return null;
    }

    private static string NameOf(Rune rune) => rune.Value switch
    {
        0 => "a NUL character",
        0x00A0 or 0x202F => "a no-break space",
        0x00AD => "a soft hyphen",
        0x200B => "a zero-width space",
        0x2010 or 0x2011 => "a typographic hyphen",
        0x2013 or 0x2014 => "a dash",
        CsvNumber.MinusSign => "a typographic minus sign",
        0xFEFF => "a byte order mark",
        0xFFFD => "a broken character",
        _ when Rune.IsDigit(rune) => $"the digit {rune}",
        _ => "a character that is not seen or looks like another one",
    };
}
