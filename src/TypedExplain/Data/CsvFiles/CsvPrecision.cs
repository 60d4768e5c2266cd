using System.Globalization;
using TypedExplain.Generated;

namespace TypedExplain.Data.CsvFiles;

/// <summary>Whether a property can keep the number that a cell states.</summary>
/// <remarks>
/// A <see cref="float"/> keeps a number that it could have been written as: with the fewest digits that tell it from other
/// floats (0.1), as the double that it is (0.10000000149011612), or rounded to any number of digits (0.100000001). It does
/// not keep 16777217 or 0.123456789. A <see cref="decimal"/> and a whole number must be equal to what is written. A <see cref="double"/> keeps every
/// number near enough, but for one too small to tell from 0.
/// </remarks>
internal static class CsvPrecision
{
    /// <summary>Gives null, or what would be lost.</summary>
    /// <param name="number">The cell without blanks, which was read as a number.</param>
    /// <param name="value">That number.</param>
    /// <param name="precision">What the property keeps.</param>
    /// <param name="isProtected">Whether the reason may not show the number.</param>
    public static string? Lost(string number, double value, NumberPrecision precision, bool isProtected = false) => precision switch
    {
        NumberPrecision.Single => Lost(number, value, (float)value, "float", ((float)value).ToString("R", CultureInfo.InvariantCulture), isProtected),
        NumberPrecision.Half => Lost(number, value, (double)(Half)value, "Half", ((Half)value).ToString("R", CultureInfo.InvariantCulture), isProtected),
        NumberPrecision.Decimal => LostByDecimal(number, value, isProtected),
        _ => value == 0 && !CsvDigits.Of(number).IsZero ? "it is too near 0 for a double; write 0" : null,
    };

    /// <summary>The shortest text of a number that is read back as the property's own: 0.1 for a float, not 0.10000000149011612.</summary>
    public static string Write(double value, NumberPrecision precision) => precision switch
    {
        NumberPrecision.Single when value != Math.Floor(value) => ((float)value).ToString("R", CultureInfo.InvariantCulture),
        NumberPrecision.Half when value != Math.Floor(value) => ((Half)value).ToString("R", CultureInfo.InvariantCulture),
        _ => CsvNumber.Write(value),
    };

    private static string? Lost(string number, double value, double held, string type, string shown, bool isProtected) =>
        held == value || !double.IsFinite(held) || (CsvDigits.Of(number) is var digits && (digits.IsSame(CsvDigits.Of(shown)) || digits.IsRounded(held)))
            ? null
            : $"it has more digits than a {type} keeps{Made(shown, isProtected)}; round it, or make the property a double";

    private static string Made(string shown, bool isProtected) => isProtected ? "" : $", which would make it {shown}";

    private static string? LostByDecimal(string number, double value, bool isProtected)
    {
        string held = Cell.ToDecimal(value).ToString(CultureInfo.InvariantCulture);
        return CsvDigits.Of(number).IsSame(CsvDigits.Of(held))
            ? null
            : $"it has more digits than the 15 that a decimal feature keeps{Made(held, isProtected)}; round it, or make the property a double";
    }
}
