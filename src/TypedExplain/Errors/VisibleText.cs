using System.Globalization;
using System.Text;

namespace TypedExplain.Errors;

/// <summary>Text as messages, tables and pages show it: with what cannot be seen, or turns the order of letters, as its code.</summary>
internal static class VisibleText
{
    /// <summary>A name in one line.</summary>
    public static string Name(string text) => Of(text, keepsLines: false);

    /// <summary>Running text, whose lines and tabs stay.</summary>
    public static string Running(string text) => Of(text, keepsLines: true);

    /// <summary>A symbol, or its code where it cannot be seen.</summary>
    public static string Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when rune.Value is '\r' => "\\r",
        _ when rune.Value is '\n' => "\\n",
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
        _ => rune.ToString(),
    };

    private static string Of(string text, bool keepsLines)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        StringBuilder visible = new();
        foreach (Rune rune in text.EnumerateRunes())
            visible.Append(keepsLines && rune.Value is ('\r' or '\n' or '\t') ? rune.ToString() : Of(rune));
        return visible.ToString();
    }
}
