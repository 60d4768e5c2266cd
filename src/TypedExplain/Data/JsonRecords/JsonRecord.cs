using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedExplain.Data.JsonRecords;
using TypedExplain.Json;

namespace TypedExplain;

/// <summary>
/// A record as a JSON object of its features by name, as a request or a line of a file has it. A record inside is an object (or
/// names with a dot), an array a list, a nullable member null or absent. Numbers are JSON numbers, flags true or false, categories
/// their names, dates texts of ISO 8601, durations numbers of their unit, images the bytes of their numbers in single precision,
/// the lowest first, in base 64. Members that are not features are not told: a record that is read has their defaults; but for its key.
/// </summary>
public static class JsonRecord
{
    private const string What = "The JSON";

    /// <summary>Reads a record. Names match by their letters and digits, without regard to case.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="json">An object; at most 64 MiB in UTF-8.</param>
    /// <exception cref="InvalidRecordException">It is not JSON or not a record of the schema; it has all that is wrong, with the values of protected features withheld.</exception>
    public static T Read<T>(string json)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        byte[] utf8;
        try
        {
            utf8 = JsonText.Utf8(json, What);
        }
        catch (InvalidJsonException error)
        {
            throw Broken<T>(error);
        }

        return Read<T>(utf8.AsSpan());
    }

    /// <summary>Reads a record from UTF-8. Names match by their letters and digits, without regard to case.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="utf8Json">An object; at most 64 MiB. A byte order mark before it is passed over.</param>
    /// <exception cref="InvalidRecordException">It is not JSON or not a record of the schema; it has all that is wrong, with the values of protected features withheld.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json)
        where T : IFeatureRecord<T>
    {
        JsonElement json;
        try
        {
            json = JsonText.Parse(utf8Json, What);
        }
        catch (InvalidJsonException error)
        {
            throw Broken<T>(error);
        }

        return Read<T>(json);
    }

    /// <summary>Reads a record from JSON that was parsed. Names match by their letters and digits, without regard to case.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="json">An object.</param>
    /// <exception cref="InvalidRecordException">It is not a record of the schema; it has all that is wrong, with the values of protected features withheld.</exception>
    public static T Read<T>(JsonElement json)
        where T : IFeatureRecord<T> => new RecordReader<T>().Read(json);

    /// <summary>Writes a record so that <see cref="Read{T}(string)"/> gives it back, times to the tick, with its key, texts and images.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="record">The record.</param>
    /// <param name="protectedValues">Whether protected features are there; without them the text cannot be read back.</param>
    /// <exception cref="InvalidFeatureException">The record holds what its schema does not allow, or what no text keeps: a local time, more than 15 digits of a decimal, half of a surrogate pair.</exception>
    public static string Write<T>(T record, ProtectedValues protectedValues = ProtectedValues.Kept)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(record);
        return Encoding.UTF8.GetString(JsonBuffer.Of(json => new RecordWriter<T>(json, record, protectedValues != ProtectedValues.Kept).Write(RecordShape<T>.Own.Root)));
    }

    /// <summary>
    /// The JSON Schema (draft 2020-12, as in OpenAPI 3.1) of what <see cref="Write{T}"/> writes: names, descriptions, ranges, units,
    /// categories, formats, lengths, and what must be there. Reading takes a little more: other cases of names and categories, names with a dot, spaces around texts, dates
    /// without a time, and times without an offset, which are UTC.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    public static string Schema<T>()
        where T : IFeatureRecord<T> => Encoding.UTF8.GetString(JsonBuffer.Of(json => new RecordSchema<T>(json).Write()));

    /// <summary>What is no JSON is told as every other fault, and without a part of the text, which may be a protected value.</summary>
    private static InvalidRecordException Broken<T>(InvalidJsonException error)
        where T : IFeatureRecord<T>
    {
        FaultList faults = new();
        faults.Add("", error.InnerException is JsonException at
            ? string.Create(CultureInfo.InvariantCulture, $"it is not JSON, or deeper than {JsonText.MostLevels} levels, on line {at.LineNumber + 1} at byte {at.BytePositionInLine + 1}; send an object such as JsonRecord.Write gives")
            : error.Message);
        return faults.Error(T.Schema.Name);
    }
}
