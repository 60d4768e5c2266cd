using System.Globalization;

namespace TypedExplain.Json;

/// <summary>The text of a double by ECMAScript's Number::toString: the shortest digits that give it back, and an exponent only below 1e-6 and from 1e21 on.</summary>
internal static class CanonicalNumber
{
    // Seventeen digits, sign, point and an exponent.
    private const int Longest = 32;

    // Up to so many digits before the point, and so many zeros after it, there is no exponent.
    private const int MostBefore = 21, MostZeros = 6;

    /// <summary>The text of a finite number.</summary>
    public static string Text(double value)
    {
        if (value == 0)
            return "0";
        Span<char> digits = stackalloc char[Longest];
        (int count, int point) = Shortest(Math.Abs(value), digits);
        string sign = value < 0 ? "-" : "";
        ReadOnlySpan<char> all = digits[..count];
        if (point is > 0 and <= MostBefore)
        {
            return count <= point
                ? $"{sign}{all}{new string('0', point - count)}"
                : $"{sign}{all[..point]}.{all[point..]}";
        }

        if (point is > -MostZeros and <= 0)
            return $"{sign}0.{new string('0', -point)}{all}";
        string exponent = string.Create(CultureInfo.InvariantCulture, $"e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1)}");
        return count == 1 ? $"{sign}{all}{exponent}" : $"{sign}{all[..1]}.{all[1..]}{exponent}";
    }

    /// <summary>The shortest digits of a positive number, and where the point stands after the first of them: 0.digits × 10^point.</summary>
    private static (int Count, int Point) Shortest(double value, Span<char> digits)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        int count = 0, point = 0, exponent = 0;
        bool isAfter = false;
        for (int i = 0; i < shortest.Length; i++)
        {
            if (shortest[i] == 'E')
            {
                exponent = int.Parse(shortest.AsSpan(i + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }

            if (shortest[i] == '.')
            {
                isAfter = true;
                continue;
            }

            // Zeros before the first digit are no digits; after the point they move it.
            if (count == 0 && shortest[i] == '0')
            {
                point -= isAfter ? 1 : 0;
                continue;
            }

            digits[count++] = shortest[i];
            point += isAfter ? 0 : 1;
        }

        while (digits[count - 1] == '0')
            count--;
        return (count, point + exponent);
    }
}
