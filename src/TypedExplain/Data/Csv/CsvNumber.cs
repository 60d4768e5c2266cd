using System.Globalization;

namespace TypedExplain;

/// <summary>Numbers as the cells of a CSV file hold them: digits, a decimal point, an exponent, the same in every culture.</summary>
internal static class CsvNumber
{
    /// <summary>Reads a finite number; gives null, or the reason why the text is none.</summary>
    public static string? Read(string text, string allowed, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
            return null;
        string number = text.Trim();
        if (number.Length == 0)
            return CsvWords.Missing(allowed);
        if (Plain(number, ',', '.') is { } pointed && number.Count(symbol => symbol == ',') == 1 && !IsGrouped(number, ','))
            return $"it has a decimal comma, where a number takes a point: {pointed}";
        if (",' _\u00A0\u2009\u202F’.".Any(separator => IsGrouped(number, separator)))
            return $"it has separators between thousands or a decimal comma; write digits, and a point before decimals. {Capital(CsvWords.Must(allowed))}";
        return CsvWords.Must(allowed);
    }

    /// <summary>A number as it is read back bit by bit.</summary>
    public static string Write(double value) => Math.Abs(value) < 1e17 && value == Math.Floor(value) && !(value == 0 && double.IsNegative(value))
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The text with another symbol for one of its own, if that makes it a number.</summary>
    private static string? Plain(string text, char symbol, char other)
    {
        string plain = text.Replace(symbol, other);
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? plain : null;
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
