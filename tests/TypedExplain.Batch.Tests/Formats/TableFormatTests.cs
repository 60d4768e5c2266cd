using System.Collections.Immutable;
using System.Security.Cryptography;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Parquet;
using Parquet.Schema;

namespace TypedExplain.Batch.Tests.Formats;

/// <summary>Results as Parquet and Arrow: read by another implementation, the same bytes whatever the batches.</summary>
public class TableFormatTests
{
    private const int Count = 25;

    private static readonly ImmutableArray<ResultColumn> s_columns =
    [
        new("source", ResultColumnKind.Text, "the file") { IsRequired = true },
        new("row", ResultColumnKind.Count, "its number") { IsRequired = true },
        new("effect_Income", ResultColumnKind.Number, "the effect") { Unit = "score / EUR" },
        new("text", ResultColumnKind.Text, "a text"),
        new("count", ResultColumnKind.Count, "a count"),
        new("flag", ResultColumnKind.Flag, "a flag"),
        new("always", ResultColumnKind.Flag, "a flag") { IsRequired = true },
        new("number", ResultColumnKind.Number, "a number") { IsRequired = true },
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheSameRowsGiveTheSameBytesWhateverTheBatches(bool isParquet)
    {
        string whole = await DigestAsync(Format(isParquet), Count);
        foreach (int batch in new[] { 1, 3, 10, 11, 24 })
            Assert.Equal(whole, await DigestAsync(Format(isParquet), batch));
        IResultFormat other = isParquet ? new ParquetFormat { RowGroupRows = 11 } : new ArrowFormat { RecordBatchRows = 11 };
        Assert.NotEqual(whole, await DigestAsync(other, Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnotherImplementationReadsParquet(bool isCompressed)
    {
        using MemoryStream stream = await WriteAsync(new ParquetFormat { RowGroupRows = 10, IsCompressed = isCompressed }, 7);
        await using ParquetReader reader = await ParquetReader.CreateAsync(stream);
        Assert.Equal(3, reader.RowGroupCount);
        Assert.Equal("Client", reader.CustomMetadata["typedexplain.record"]);
        Assert.Equal("effects", reader.CustomMetadata["typedexplain.question"]);
        Assert.Equal("score / EUR", reader.CustomMetadata["column.effect_Income.unit"]);
        Assert.Equal("a flag", reader.CustomMetadata["column.flag.description"]);
        Assert.Equal(s_columns.Select(column => (column.Name, !column.IsRequired)), reader.Schema.DataFields.Select(field => (field.Name, field.IsNullable)));
        int first = 0;
        foreach (int rows in new[] { 10, 10, 5 })
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(first / 10);
            DataField[] fields = reader.Schema.DataFields;
            Assert.Equal(rows, group.RowCount);
            Assert.Equal(Expected(first, rows, i => Source(i)), await TextsAsync(group, fields[0], rows));
            Assert.Equal(Expected(first, rows, i => Text(i)), await TextsAsync(group, fields[3], rows));
            Assert.Equal(Expected(first, rows, i => (double?)Effect(i) is var effect && double.IsNaN(effect!.Value) ? null : effect), await NullableAsync<double>(group, fields[2], rows));
            Assert.Equal(Expected(first, rows, Number), await NullableAsync<long>(group, fields[4], rows));
            Assert.Equal(Expected(first, rows, Flag), await NullableAsync<bool>(group, fields[5], rows));
            long[] counts = new long[rows];
            await group.ReadAsync<long>(fields[1], counts.AsMemory());
            Assert.Equal(Expected(first, rows, i => (long)i), counts);
            double[] numbers = new double[rows];
            await group.ReadAsync<double>(fields[7], numbers.AsMemory());
            Assert.Equal(Expected(first, rows, i => i / 3.0), numbers);
            first += rows;
        }
    }

    [Fact]
    public async Task ArrowHoldsTheRowsAndWhatTheyMean()
    {
        using MemoryStream stream = await WriteAsync(new ArrowFormat { RecordBatchRows = 10 }, 7);
        using ArrowFileReader reader = new(stream, leaveOpen: true);
        Assert.Equal(3, await reader.RecordBatchCountAsync());
        Assert.Equal("effects", reader.Schema.Metadata["typedexplain.question"]);
        Assert.Equal("score / EUR", reader.Schema.GetFieldByName("effect_Income").Metadata["unit"]);
        Assert.Equal(s_columns.Select(column => (column.Name, !column.IsRequired)), reader.Schema.FieldsList.Select(field => (field.Name, field.IsNullable)));
        int first = 0;
        while (await reader.ReadNextRecordBatchAsync() is { } batch)
        {
            int rows = batch.Length;
            Assert.Equal(Expected(first, rows, i => Source(i)), Enumerable.Range(0, rows).Select(row => ((StringArray)batch.Column(0)).GetString(row)));
            Assert.Equal(Expected(first, rows, i => Text(i)), Enumerable.Range(0, rows).Select(row => ((StringArray)batch.Column(3)).GetString(row)));
            Assert.Equal(Expected(first, rows, i => double.IsNaN(Effect(i)) ? (double?)null : Effect(i)), Enumerable.Range(0, rows).Select(row => ((DoubleArray)batch.Column(2)).GetValue(row)));
            Assert.Equal(Expected(first, rows, Number), Enumerable.Range(0, rows).Select(row => ((Int64Array)batch.Column(4)).GetValue(row)));
            Assert.Equal(Expected(first, rows, Flag), Enumerable.Range(0, rows).Select(row => ((BooleanArray)batch.Column(5)).GetValue(row)));
            first += rows;
        }

        Assert.Equal(Count, first);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ResultsWithoutRowsAreAFileWithoutRows(bool isParquet)
    {
        using MemoryStream stream = new();
        await using (IResultWriter writer = Format(isParquet).Open(stream, new("Client", "effects", s_columns)))
            await writer.FinishAsync();
        stream.Position = 0;
        if (isParquet)
        {
            await using ParquetReader reader = await ParquetReader.CreateAsync(stream);
            Assert.Equal((0, 8), (reader.RowGroupCount, reader.Schema.DataFields.Length));
        }
        else
        {
            using ArrowFileReader reader = new(stream, leaveOpen: true);
            Assert.Equal((0, 8), (await reader.RecordBatchCountAsync(), reader.Schema.FieldsList.Count));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ARequiredColumnWithoutAValueIsRefused(bool isParquet)
    {
        ResultRows rows = new(s_columns, 1);
        rows.Add((string?)null);
        rows.EndRow();
        using MemoryStream stream = new();
        await using IResultWriter writer = Format(isParquet).Open(stream, new("Client", "effects", s_columns));
        Assert.Contains("source is required", (await Assert.ThrowsAsync<BatchException>(async () => await writer.WriteAsync(rows))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AJobFromTableToTableHasTheNumbersOfTheTextFile(bool isParquet)
    {
        using TemporaryFolder folder = new();
        TestColumn[] columns = TestColumn.OfRecords(Clients.Many(25));
        IRowSource<Client> source = isParquet
            ? new ParquetSource<Client>(await ParquetFile.WriteAsync(folder.Of("clients.parquet"), 5, columns))
            : new ArrowSource<Client>(await ArrowFile.WriteAsync(folder.Of("clients.arrow"), 5, columns));
        ExplanationJob<Client> job = Clients.Job(source, folder.Of("one")) with { Format = Format(isParquet) };
        await job.RunAsync();
        await (job with { Folder = folder.Of("two"), BatchRows = 3 }).RunAsync();
        Assert.Equal(folder.Files("one").Where(file => !file.Key.Contains("summary", StringComparison.Ordinal)), folder.Files("two").Where(file => !file.Key.Contains("summary", StringComparison.Ordinal)));
        Assert.True((await job.VerifyAsync(25)).IsSound);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFullDiskIsToldAsOne(bool isParquet)
    {
        using FullDisk stream = new();
        await using IResultWriter writer = Format(isParquet).Open(stream, new("Client", "effects", s_columns));
        ResultRows rows = Rows(0, Count);
        Assert.Equal("The disk is full.", (await Assert.ThrowsAsync<IOException>(async () => await writer.WriteAsync(rows))).Message);
    }

    private static IResultFormat Format(bool isParquet) => isParquet ? new ParquetFormat { RowGroupRows = 10 } : new ArrowFormat { RecordBatchRows = 10 };

    private static string Source(int i) => i < 5 ? "" : "clients.parquet";

    private static string? Text(int i) => i % 4 == 1 ? null : i % 4 == 2 ? "" : $"é 犬 {i}";

    private static double Effect(int i) => i % 3 == 0 ? double.NaN : i == 4 ? double.PositiveInfinity : i * 0.1;

    private static long? Number(int i) => i % 5 == 0 ? null : long.MaxValue - i;

    private static bool? Flag(int i) => i is >= 10 and < 20 ? i % 2 == 0 : i % 7 == 0 ? null : i % 2 == 0;

    private static TValue[] Expected<TValue>(int first, int rows, Func<int, TValue> value) => [.. Enumerable.Range(first, rows).Select(value)];

    private static async Task<string> DigestAsync(IResultFormat format, int batch)
    {
        using MemoryStream stream = await WriteAsync(format, batch);
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }

    private static async Task<MemoryStream> WriteAsync(IResultFormat format, int batch)
    {
        MemoryStream stream = new();
        await using (IResultWriter writer = format.Open(stream, new("Client", "effects", s_columns)))
        {
            for (int first = 0; first < Count; first += batch)
            {
                await writer.WriteAsync(Rows(first, Math.Min(batch, Count - first)));
            }

            await writer.FinishAsync();
        }

        stream.Position = 0;
        return stream;
    }

    private static ResultRows Rows(int first, int count)
    {
        ResultRows rows = new(s_columns, count);
        for (int i = first; i < first + count; i++)
        {
            rows.Add(Source(i));
            rows.Add((long?)i);
            rows.Add(Effect(i));
            rows.Add(Text(i));
            rows.Add(Number(i));
            rows.Add(Flag(i));
            rows.Add((bool?)(i % 3 == 0));
            rows.Add(i / 3.0);
            rows.EndRow();
        }

        return rows;
    }

    private static async Task<string?[]> TextsAsync(ParquetRowGroupReader group, DataField field, int rows)
    {
        string?[] values = new string?[rows];
        await group.ReadAsync(field, values.AsMemory());
        return values;
    }

    private static async Task<TValue?[]> NullableAsync<TValue>(ParquetRowGroupReader group, DataField field, int rows)
        where TValue : struct
    {
        TValue?[] values = new TValue?[rows];
        await group.ReadAsync<TValue>(field, values.AsMemory());
        return values;
    }
}
