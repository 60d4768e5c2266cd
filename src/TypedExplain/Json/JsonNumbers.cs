using System.Text.Json;

namespace TypedExplain.Json;

/// <summary>Writes doubles so that every bit comes back: those that JSON loses as the text of their bits.</summary>
internal static class JsonNumbers
{
    /// <summary>Whether canonical JSON gives another double back than was written, or has no text for it.</summary>
    public static bool IsLost(double value) => !double.IsFinite(value) || (value == 0 && double.IsNegative(value));

    /// <summary>Writes a member.</summary>
    public static void WriteDouble(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteDouble(value);
    }

    /// <summary>Writes an item.</summary>
    public static void WriteDouble(this Utf8JsonWriter json, double value)
    {
        if (IsLost(value))
            json.WriteStringValue(CanonicalJson.Bits(value));
        else
            json.WriteNumberValue(value);
    }

    /// <summary>Writes a list.</summary>
    public static void WriteDoubles(this Utf8JsonWriter json, string name, ReadOnlySpan<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
            json.WriteDouble(value);
        json.WriteEndArray();
    }
}
