using System.Globalization;

namespace CreditService.Pages;

/// <summary>Numbers as pages show them.</summary>
public static class NumberText
{
    /// <summary>A number with its thousands apart.</summary>
    public static string ToText(this double number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>A whole number with its thousands apart.</summary>
    public static string ToText(this int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A score or a contribution.</summary>
    public static string ToScore(this double number) => number.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A contribution with its sign.</summary>
    public static string ToSigned(this double number) => number.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);

    /// <summary>A share.</summary>
    public static string ToPercent(this double share) => share.ToString("0.0\u00A0%", CultureInfo.InvariantCulture);

    /// <summary>A moment.</summary>
    public static string ToText(this DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
