using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Summaries.Json;

/// <summary>Counts beyond 32 bits, as numbers that every reader of JSON has exactly.</summary>
internal static class CountJson
{
    /// <summary>The largest whole number up to which a double holds all.</summary>
    private const long Most = 1L << 53;

    /// <summary>Reads a count.</summary>
    public static long Count(this JsonPart part) => part.Value.ValueKind == JsonValueKind.Number && part.Value.TryGetInt64(out long count) && count is >= 0 and <= Most
        ? count
        : throw part.Wrong($"a whole number from 0 to {Most}");

    /// <summary>Writes counts as a list.</summary>
    public static void WriteCounts(this Utf8JsonWriter json, string name, IEnumerable<long> counts)
    {
        json.WriteStartArray(name);
        foreach (long count in counts)
            json.WriteNumberValue(count);
        json.WriteEndArray();
    }

    /// <summary>Reads a list of counts.</summary>
    public static long[] Counts(this JsonPart part) => [.. part.Items().Select(Count)];
}
