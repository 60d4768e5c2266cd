using System.Globalization;
using System.Text;

namespace TypedExplain.Reports.Drawing;

/// <summary>How wide a text is about to be, in units of its font size: pages are drawn before a font is known, so widths are those of a wide one.</summary>
internal static class TextWidth
{
    private const double Narrow = 0.34, Usual = 0.6, Capital = 0.76, Full = 1.05;

    /// <summary>What stands where a text was cut.</summary>
    public const string Ellipsis = "…";

    public static double Of(string text)
    {
        double width = 0;
        foreach (Rune rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    /// <summary>As much of a text as fits, with a mark where more of it would follow; never half a letter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">The room, in units of its font size.</param>
    public static string Fit(string text, double room)
    {
        double width = 0, cutWidth = 0;
        int cut = 0;
        TextElementEnumerator letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            string letter = letters.GetTextElement();
            width += Of(letter);
            if (width > room)
                return text[..cut] + Ellipsis;
            cutWidth = width;
            if (cutWidth <= room - Full)
                cut = letters.ElementIndex + letter.Length;
        }

        return text;
    }

    private static double Of(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or ' ' or '.' or ',' or ':' or ';' or '!' or '\'' or '|' or '(' or ')' or '[' or ']' or '/' or '-' => Narrow,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.95,
        >= 'A' and <= 'Z' => Capital,
        < 0x250 => Usual,
        >= 0x1100 and < 0x1160 or >= 0x2E80 and < 0xA4D0 or >= 0xAC00 and < 0xD7A4 or >= 0xF900 and < 0xFB00 or >= 0xFE30 and < 0xFE70 or >= 0xFF00 and < 0xFF61 or >= 0x1F000 => Full,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 0.75,
    };
}
