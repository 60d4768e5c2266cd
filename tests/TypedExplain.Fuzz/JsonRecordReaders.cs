using System.Text;
using TypedExplain.Fuzz.Mutators;
using TypedExplain.Media;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Fuzz;

/// <summary>The reader of records as JSON, for schemas of every shape: what a service is sent by anybody.</summary>
internal static class JsonRecordReaders
{
    private const int Examples = 6, Seed = 11;

    public static IEnumerable<Reader> All =>
    [
        Of<LoanApplication>(),
        Of<House>(),
        Of<Times>(),
        Of<MissingMembers>(),
        Of<MissingArrays>(),
        Of<Session>(),
        Of<Encodings>(),
        Of<Amounts>(),
        Of<Letter>(() => [new("a", 3.25m, "Dear Sirs, naïve \U0001D4D0", new float[] { 0, 0.5f, 1, -0f }, 2), new("b", 0, "", new float[4], -7)]),
    ];

    private static Reader Of<T>()
        where T : IFeatureRecord<T> => Of(Drawn<T>);

    private static T[] Drawn<T>()
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(Seed);
        return [.. Enumerable.Range(0, Examples).Select(_ => twin.Random(random))];
    }

    private static Reader Of<T>(Func<T[]> records)
        where T : IFeatureRecord<T> => new($"json-record-{T.Schema.Name}", () => [.. records().Select(record => Encoding.UTF8.GetBytes(JsonRecord.Write(record)))], JsonMutator.Mutate, Read<T>)
        {
            PerByte = 400,
            IsOwn = error => error is InvalidRecordException { Faults.IsEmpty: false, Message.Length: > 0 },
            Long = parts => Encoding.UTF8.GetBytes("{" + string.Join(",", Enumerable.Range(0, parts).Select(i => $"\"More{i}\":[{i}]")) + "}"),
        };

    /// <summary>What is read has columns that are finite, and can be written and read again as the same record.</summary>
    private static bool Read<T>(byte[] bytes)
        where T : IFeatureRecord<T>
    {
        T record = JsonRecord.Read<T>(bytes.AsSpan());
        double[] columns = Columns(record);
        T again = JsonRecord.Read<T>(JsonRecord.Write(record));
        if (!Columns(again).AsSpan().SequenceEqual(columns) || JsonRecord.Write(again) != JsonRecord.Write(record))
            throw new InvalidOperationException("What was written is another record.");
        return Array.TrueForAll(columns, double.IsFinite);
    }

    private static double[] Columns<T>(T record)
        where T : IFeatureRecord<T>
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(record, columns);
        return columns;
    }
}

/// <summary>A record with a key, a text, an image and an amount.</summary>
[FeatureRecord]
public sealed partial record Letter([NotAFeature, RowKey] string Id, [Numeric(0, 100)] decimal Postage, [Text] string Body, [Image(2, 2)] ReadOnlyMemory<float> Stamp, [Protected] int Stars);
