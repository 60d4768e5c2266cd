using System.Globalization;
using System.Numerics;
using System.Text;

namespace TypedExplain.Batch.Cells;

/// <summary>Typed values as the texts that cells of a text file hold.</summary>
internal static class CellTexts
{
    private const int EpochDay = 719_162;
    private const long EpochSeconds = 62_135_596_800;
    private const long LastSecond = 315_537_897_599;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A day; a number where no calendar here has it.</summary>
    /// <param name="days">Days since 1970-01-01.</param>
    public static string Date(long days) => days is >= -EpochDay and <= 2_932_896
        ? DateOnly.FromDayNumber((int)days + EpochDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : days.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a clock shows; a number where no calendar here has it.</summary>
    /// <param name="value">Since 1970-01-01.</param>
    /// <param name="decimals">Of seconds: how many decimal digits of a second the value has.</param>
    /// <param name="isUniversal">Whether it is in universal time.</param>
    public static string Time(long value, int decimals, bool isUniversal)
    {
        long perSecond = 1;
        for (int i = 0; i < decimals; i++)
            perSecond *= 10;
        (long seconds, long rest) = Math.DivRem(value, perSecond);
        if (rest < 0)
            (seconds, rest) = (seconds - 1, rest + perSecond);
        if (seconds < -EpochSeconds || seconds > LastSecond - EpochSeconds)
            return value.ToString(CultureInfo.InvariantCulture);
        string clock = new DateTime((seconds + EpochSeconds) * TimeSpan.TicksPerSecond).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        string fraction = rest == 0 ? "" : "." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0').TrimEnd('0');
        return clock + fraction + (isUniversal ? "Z" : "");
    }

    /// <summary>A decimal number.</summary>
    /// <param name="unscaled">Its digits.</param>
    /// <param name="scale">How many of them stand behind the point.</param>
    public static string Digits(BigInteger unscaled, int scale)
    {
        string digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(scale, 0) + 1, '0');
        string text = scale <= 0 ? digits + new string('0', -scale) : digits[..^scale] + "." + digits[^scale..];
        string shown = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return unscaled.Sign < 0 ? "-" + shown : shown;
    }

    /// <summary>A text; null where the bytes are no UTF-8.</summary>
    public static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
