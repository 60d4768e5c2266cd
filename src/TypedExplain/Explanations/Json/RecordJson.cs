using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using TypedExplain.Generated;
using TypedExplain.Images;
using TypedExplain.Json;
using TypedExplain.Media;
using TypedExplain.Schema.Values;

namespace TypedExplain.Explanations.Json;

/// <summary>
/// A record as its columns, with the texts, images, times and the key that no column holds. Members that are not features are
/// not told: a record that is read back has their defaults.
/// </summary>
internal static class RecordJson
{
    /// <summary>Writes a record.</summary>
    public static void Write<T>(Utf8JsonWriter json, string name, T record, ReadOnlySpan<double> columns)
        where T : IFeatureRecord<T>
    {
        json.WriteStartObject(name);
        json.WriteDoubles("columns", columns);
        if (T.RowKey?.TextOf(record) is { } key)
            json.WriteText("key", key);
        WriteTimes(json, record);
        if (!T.Schema.Media.IsEmpty)
            WriteMedia(json, T.Schema.MediaOf(record));
        json.WriteEndObject();

        void WriteMedia(Utf8JsonWriter json, MediaValues values)
        {
            json.WriteStartArray("media");
            foreach (MediaFeature<T> media in T.Schema.Media)
            {
                if (media.IsText)
                    json.WriteTextValue(values.Text(media.Index));
                else
                    json.WriteBase64StringValue(PixelBytes.Of(values.Image(media.Index).Span));
            }

            json.WriteEndArray();
        }
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="InvalidJsonException">It holds what its schema does not allow.</exception>
    public static (T Record, double[] Columns) Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        double[] columns = part["columns"].Doubles(T.Schema.Columns, "column"), again = new double[columns.Length];
        MediaValues media = new(T.Schema.Media.Length);
        if (!T.Schema.Media.IsEmpty)
            ReadMedia<T>(part["media"], media);
        TimeValues times = ReadTimes<T>(part);
        T record;
        try
        {
            record = T.Decode(columns, media, times);
            T.Schema.Encode(in record, again);
        }
        catch (Exception error)
        {
            // What is not a row can make any member fail, those of the user's own record too.
            throw part.Wrong($"a record of {T.Schema.Name} as its schema allows", error);
        }

        if (!MemoryMarshal.AsBytes(columns.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(again.AsSpan())))
            throw part["columns"].Wrong($"a row of {T.Schema.Name}, as its records are encoded");
        if (T.RowKey is { } key && part.Optional("key") is { } text)
            record = key.TryCarry(text.Text(), record, out T? keyed) ? keyed : throw text.Wrong(key.Allowed);
        return (record, columns);
    }

    private static void ReadMedia<T>(JsonPart part, MediaValues values)
        where T : IFeatureRecord<T>
    {
        JsonPart[] items = part.Items(T.Schema.Media.Length, "text or image");
        foreach (MediaFeature<T> media in T.Schema.Media)
        {
            JsonPart item = items[media.Index];
            if (media.Shape is not { } shape)
                values.Set(media.Index, item.Text());
            else if (PixelBytes.Read(item.Text(), shape, out ReadOnlyMemory<float> image) is { } expected)
                throw item.Wrong(expected);
            else
                values.Set(media.Index, image);
        }
    }

    private static void WriteTimes<T>(Utf8JsonWriter json, T record)
        where T : IFeatureRecord<T>
    {
        TimeValues times = new(T.Schema.Features.Length);
        T.ReadTimes(in record, times);
        Feature<T>[] timed = [.. T.Schema.Features.Where(feature => times[feature.Index] is not null)];
        if (timed.Length == 0)
            return;
        json.WriteStartArray("times");
        foreach (Feature<T> feature in timed)
        {
            ExactTime time = times[feature.Index]!.Value;
            json.WriteStartObject();
            json.WriteText("name", feature.Name);
            json.WriteText("ticks", time.Ticks.ToString(CultureInfo.InvariantCulture));
            if (time.Offset != default)
                json.WriteText("offsetTicks", time.Offset.Ticks.ToString(CultureInfo.InvariantCulture));
            if (time.Kind != default)
                json.WriteText("kind", time.Kind.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static TimeValues ReadTimes<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        TimeValues times = new(T.Schema.Features.Length);
        foreach (JsonPart time in part.Optional("times")?.Items() ?? [])
        {
            Feature<T>? feature = T.Schema.Features.FirstOrDefault(own => own.Name == time["name"].Text());
            times[(feature ?? throw time["name"].Wrong($"the name of a feature of {T.Schema.Name}")).Index] = new(
                Ticks(time["ticks"]),
                time.Optional("offsetTicks") is { } offset ? new(Ticks(offset)) : default,
                time.Optional("kind")?.Word<DateTimeKind>() ?? default);
        }

        return times;
    }

    private static long Ticks(JsonPart part) =>
        long.TryParse(part.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long ticks) ? ticks : throw part.Wrong("a whole number as text");
}
