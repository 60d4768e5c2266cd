using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using ParquetSharp;

namespace TypedExplain.Batch.Tests.Sources;

/// <summary>Identifiers, times, durations and large numbers, as Parquet and Arrow have them.</summary>
public class TableTypeTests
{
    private static readonly Guid s_id = Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301");

    private static readonly Event s_event = new(
        s_id,
        new DateTime(2024, 5, 31, 14, 30, 0, 123),
        new DateTimeOffset(2024, 5, 31, 14, 30, 0, TimeSpan.Zero).AddTicks(1_234_567),
        new DateOnly(1969, 12, 31),
        TimeSpan.FromMinutes(90.5),
        ulong.MaxValue,
        0.5f,
        12.345m);

    [Theory]
    [InlineData(CompressionCodecType.Lz4Frame)]
    [InlineData(CompressionCodecType.Zstd)]
    public async Task CompressedArrowFilesAreReadAsTheOthersAre(CompressionCodecType codec)
    {
        using TemporaryFolder folder = new();
        TestColumn[] columns = TestColumn.OfRecords(Clients.Many(300));
        string path = folder.Of("clients.feather");
        Apache.Arrow.Schema schema = new(columns.Select(column => new Field(column.Name, ArrowFile.Build(column.Type, []).Data.DataType, nullable: true)), metadata: null);
        using (FileStream stream = new(path, FileMode.Create))
        using (ArrowFileWriter writer = new(stream, schema, leaveOpen: false, new IpcOptions { CompressionCodec = codec, CompressionCodecFactory = new CompressionCodecFactory() }))
        {
            for (int start = 0; start < 300; start += 100)
                await writer.WriteRecordBatchAsync(new RecordBatch(schema, columns.Select(column => ArrowFile.Build(column.Type, [.. column.Values.Skip(start).Take(100)])), 100));
            await writer.WriteEndAsync();
        }

        Rows<Client> rows = await Rows<Client>.ReadAsync(new ArrowSource<Client>(path), shardRows: 100);
        Assert.Empty(rows.Bad);
        Assert.Equal(3, rows.Shards);
        Assert.Equal(Clients.Many(300), rows.Records);
    }

    [Fact]
    public async Task ParquetHasEveryType()
    {
        using TemporaryFolder folder = new();
        ParquetSharp.Column[] columns =
        [
            new Column<Guid>("Id"),
            new Column<DateTime>("Moment", LogicalType.Timestamp(isAdjustedToUtc: false, ParquetSharp.TimeUnit.Millis)),
            new Column<DateTimeNanos>("Instant", LogicalType.Timestamp(isAdjustedToUtc: true, ParquetSharp.TimeUnit.Nanos)),
            new Column<ParquetSharp.Date>("Day"),
            new Column<TimeSpan>("Wait", LogicalType.Time(isAdjustedToUtc: false, ParquetSharp.TimeUnit.Micros)),
            new Column<ulong>("Big"),
            new Column<System.Half>("Share"),
            new Column<decimal>("Money", LogicalType.Decimal(29, 5)),
        ];
        using (ParquetFileWriter file = new(folder.Of("e.parquet"), columns))
        {
            using RowGroupWriter group = file.AppendRowGroup();
            Write(group, s_id);
            Write(group, s_event.Moment);
            Write(group, new DateTimeNanos((s_event.Instant.UtcTicks - DateTime.UnixEpoch.Ticks) * 100));
            Write(group, new ParquetSharp.Date(1969, 12, 31));
            Write(group, s_event.Wait);
            Write(group, ulong.MaxValue);
            Write(group, (System.Half)0.5);
            Write(group, s_event.Money);
            file.Close();
        }

        Assert.Equal(s_event, await OneAsync(new ParquetSource<Event>(folder.Of("e.parquet"))));
    }

    [Fact]
    public async Task DurationsThatParquetHoldsAsNumbersAreOfTheirOwnUnit()
    {
        using TemporaryFolder folder = new();
        MemoryStream message = new();
        Apache.Arrow.Schema schema = new([new Field("Wait", DurationType.Nanosecond, nullable: true)], metadata: null);
        using (ArrowStreamWriter writer = new(message, schema, leaveOpen: true))
            writer.WriteStart();
        using (ParquetFileWriter file = new(folder.Of("d.parquet"), [new Column<long>("Wait")], Compression.Snappy, new Dictionary<string, string> { ["ARROW:schema"] = Convert.ToBase64String(message.ToArray()) }))
        {
            using RowGroupWriter group = file.AppendRowGroup();
            Write(group, 90_000_000_000L, 150L);
            file.Close();
        }

        Rows<Waiting> rows = await Rows<Waiting>.ReadAsync(new ParquetSource<Waiting>(folder.Of("d.parquet")));
        Assert.Equal([new Waiting(TimeSpan.FromSeconds(90))], rows.Records);
        Assert.Contains("not a whole number of ticks", Assert.Single(rows.Bad).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArrowHasEveryType()
    {
        using TemporaryFolder folder = new();
        string path = await ArrowFile.WriteAsync(
            folder.Of("e.arrow"),
            ("Id", new StringArray.Builder().Append(s_id.ToString()).Build()),
            ("Moment", new TimestampArray.Builder(new TimestampType(Apache.Arrow.Types.TimeUnit.Millisecond, (string?)null)).Append(new DateTimeOffset(s_event.Moment.Ticks, TimeSpan.Zero)).Build()),
            ("Instant", new TimestampArray.Builder(new TimestampType(Apache.Arrow.Types.TimeUnit.Nanosecond, "Europe/Vienna")).Append(s_event.Instant).Build()),
            ("Day", new Date32Array.Builder().Append(s_event.Day).Build()),
            ("Wait", new DurationArray.Builder(DurationType.Millisecond).Append(s_event.Wait).Build()),
            ("Big", new UInt64Array.Builder().Append(ulong.MaxValue).Build()),
            ("Share", new HalfFloatArray.Builder().Append((System.Half)0.5).Build()),
            ("Money", new Decimal256Array.Builder(new Decimal256Type(50, 5)).Append(s_event.Money).Build()));
        Assert.Equal(s_event, await OneAsync(new ArrowSource<Event>(path)));
    }

    [Fact]
    public async Task BytesThatAreNoTextAreABadRow()
    {
        using TemporaryFolder folder = new();
        ArrowBuffer offsets = new(new byte[] { 0, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0 });
        StringArray ids = new(2, offsets, new ArrowBuffer(new byte[] { 0xC3, 0x28, (byte)'K', (byte)'1' }), ArrowBuffer.Empty);
        TestColumn[] rest = [.. TestColumn.OfRecords(Clients.Many(2)).Where(column => column.Name != "Number")];
        string path = await ArrowFile.WriteAsync(folder.Of("b.arrow"), [.. rest.Select(column => (column.Name, ArrowFile.Build(column.Type, column.Values))), ("Number", ids)]);
        Rows<Client> rows = await Rows<Client>.ReadAsync(new ArrowSource<Client>(path));
        Assert.Equal("K1", Assert.Single(rows.Records).Number);
        Assert.Equal("row 1: Number is \"bytes that are no UTF-8\"; it must be a text that is not empty.", Assert.Single(rows.Bad).ToString());
    }

    private static void Write<TValue>(RowGroupWriter group, params TValue[] values)
    {
        using LogicalColumnWriter<TValue> writer = group.NextColumn().LogicalWriter<TValue>();
        writer.WriteBatch(values);
    }

    private static async Task<Event> OneAsync(IRowSource<Event> source)
    {
        Rows<Event> rows = await Rows<Event>.ReadAsync(source);
        Assert.Equal([], rows.Bad.Select(bad => bad.ToString()));
        return Assert.Single(rows.Records);
    }
}
