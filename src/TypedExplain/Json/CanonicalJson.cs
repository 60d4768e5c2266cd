using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain;

/// <summary>
/// JSON in the one form that RFC 8785 gives it, so that equal content has equal bytes and can be hashed or signed: without
/// white space, members in the order of their names' UTF-16 units, numbers as ECMAScript writes the double they stand for.
/// </summary>
/// <remarks><see cref="System.Text.Json"/> does not write this form: 1e21 is 1E+21 there, and −0 is -0.</remarks>
public static class CanonicalJson
{
    /// <summary>The canonical form of a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="InvalidJsonException">It is not JSON, a name stands twice in an object, a number is larger than any double, or a string holds half of a surrogate pair.</exception>
    public static string Of(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Encoding.UTF8.GetString(Of(JsonText.Utf8(json, "The JSON")));
    }

    /// <summary>The canonical form of a JSON text in UTF-8.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="InvalidJsonException">It is not JSON, a name stands twice in an object, a number is larger than any double, or a string holds half of a surrogate pair.</exception>
    public static byte[] Of(ReadOnlySpan<byte> json) => Of(JsonText.Parse(json, "The JSON"));

    /// <summary>A number as ECMAScript writes it, with the fewest digits that give the double back. −0 is written as 0.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="InvalidJsonException">It is infinite or not a number.</exception>
    public static string Number(double value) => double.IsFinite(value)
        ? CanonicalNumber.Text(value)
        : throw new InvalidJsonException(string.Create(CultureInfo.InvariantCulture, $"The number {value} has no text in JSON. Write its bits: CanonicalJson.Bits."));

    /// <summary>
    /// The 64 bits of a double as 16 hexadecimal digits: for the numbers that JSON loses, which are −0, the infinities and what
    /// is not a number.
    /// </summary>
    /// <param name="value">The number.</param>
    public static string Bits(double value) => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The canonical form of a value that was parsed.</summary>
    internal static byte[] Of(JsonElement value)
    {
        CanonicalText text = new();
        text.Write(value);
        return text.ToArray();
    }
}
