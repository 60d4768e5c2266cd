using System.Globalization;
using TypedExplain.Generated;

namespace TypedExplain.Data.CsvFiles;

/// <summary>Numbers as the cells of a CSV file hold them: digits, a decimal point, an exponent, the same in every culture.</summary>
internal static class CsvNumber
{
    /// <summary>The typographic minus sign, which some programs write before a number.</summary>
    public const char MinusSign = '\u2212';

    /// <summary>Reads a finite number; gives null, or the reason why the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowed">What the number may be, in words.</param>
    /// <param name="value">The number.</param>
    /// <param name="isProtected">Whether the reason may not show the number.</param>
    public static string? Read(string text, string allowed, out double value, bool isProtected = false)
    {
        string number = Clean(text);
        if (TryParse(number, out value))
            return null;
        if (number.Length == 0)
            return CsvWords.Missing(allowed);
        if (Plain(number, ',', '.') is { } pointed && number.Count(symbol => symbol == ',') == 1 && !IsGrouped(number, ','))
            return "it has a decimal comma, where a number takes a point" + (isProtected ? "" : $": {pointed}");
        if (",' _\u00A0\u2009\u202F’.".Any(separator => IsGrouped(number, separator)))
            return $"it has separators between thousands or a decimal comma; write digits, and a point before decimals. {Capital(CsvWords.Must(allowed))}";
        return CsvWords.Must(number, allowed);
    }

    /// <summary>The text of a number without the blanks around it, with a hyphen for the minus sign that it may have.</summary>
    public static string Clean(string text) => text.Trim().Replace(MinusSign, '-');

    /// <summary>Reads a whole number, such as 2 or 2.0, without rounding.</summary>
    public static bool TryWhole(string text, out long value)
    {
        string number = Clean(text);
        value = 0;
        return TryParse(number, out double real) && Math.Abs(real) <= Cell.LargestInteger
            ? CsvDigits.Of(number).IsWhole && (value = (long)real) == real
            : long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && !number.Contains('\0');
    }

    /// <summary>A number as it is read back bit by bit.</summary>
    public static string Write(double value) => Math.Abs(value) < 1e17 && value == Math.Floor(value) && !(value == 0 && double.IsNegative(value))
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Reads a number; what .NET allows at its end, NUL characters, no number has.</summary>
    private static bool TryParse(string number, out double value) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value) && !number.Contains('\0');

    /// <summary>The text with another symbol for one of its own, if that makes it a number.</summary>
    private static string? Plain(string text, char symbol, char other)
    {
        string plain = text.Replace(symbol, other);
        return TryParse(plain, out _) ? plain : null;
    }

    /// <summary>Whether a symbol divides the digits before the decimals into a first group and groups of three.</summary>
    private static bool IsGrouped(string text, char separator)
    {
        string[] groups = text.TrimStart('+', '-').Split(separator);
        if (groups.Length < 2 || groups[0].Length is 0 or > 3 || groups[0][0] == '0')
            return false;
        string last = groups[^1];
        int decimals = last.IndexOfAny(['.', ',']);
        groups[^1] = decimals < 0 ? last : last[..decimals];
        return groups.All(group => group.All(char.IsAsciiDigit)) && groups.Skip(1).All(group => group.Length == 3);
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
