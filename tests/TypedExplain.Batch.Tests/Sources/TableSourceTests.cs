using Apache.Arrow;
using Apache.Arrow.Types;

namespace TypedExplain.Batch.Tests.Sources;

/// <summary>What typed tables may hold, and what is refused: before any work where a type cannot fit, else row by row.</summary>
public class TableSourceTests
{
    private static readonly Client[] s_clients = Clients.Many(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ClientsComeBackWithTheirKeysWhateverTheNamesOfColumnsLookLike(bool isParquet)
    {
        using TemporaryFolder folder = new();
        TestColumn[] columns = [.. Columns().Reverse().Select(column => column with { Name = column.Name.ToUpperInvariant().Replace("IS", "is_", StringComparison.Ordinal) }), TestColumn.Of("Extra", [.. s_clients.Select(_ => 1.5)])];
        Rows<Client> rows = await Rows<Client>.ReadAsync(await SourceAsync(isParquet, folder, columns));
        Assert.Equal(s_clients, rows.Records);
        Assert.Empty(rows.Bad);
        Assert.True(rows.Shards > 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RowsThatAreNoRecordsAreToldByColumnAndReason(bool isParquet)
    {
        using TemporaryFolder folder = new();
        TestColumn[] columns = Columns();
        Set("Age", 3, 7);
        Set("Age", 4, null);
        Set("Income", 5, double.NaN);
        Set("Income", 6, 1e6 + 1);
        Set("Savings", 7, null);
        Set("Region", 8, "West");
        Set("Region", 9, null);
        Set("Number", 10, null);
        Set("IsOwner", 11, null);
        Rows<Client> rows = await Rows<Client>.ReadAsync(await SourceAsync(isParquet, folder, columns));
        Assert.Equal(
            [
                "row 4: Age is \"7\"; it must be a whole number, 18 to 100.",
                "row 5: Age: a value is missing; it must be a whole number, 18 to 100.",
                "row 6: Income is \"NaN\"; it must be 0 to 1000000.",
                "row 7: Income is \"1000001\"; it must be 0 to 1000000.",
                "row 9: Region is \"withheld (protected)\"; it must be North, South, East.",
                "row 10: Region: a value is missing; it must be North, South, East.",
                "row 11: Number: a value is missing; it must be a text that is not empty.",
                "row 12: IsOwner: a value is missing; it must be true or false.",
            ],
            rows.Bad.Select(bad => bad.ToString()));
        Assert.Equal(s_clients.Where((_, i) => i is not (>= 3 and <= 6) and not (>= 8 and <= 11)).Select(client => client.Number == "K-7" ? client with { Savings = null } : client), rows.Records);

        void Set(string name, int row, object? value) => columns.Single(column => column.Name == name).Values[row] = value;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NumbersThatAPropertyWouldChangeAreRefused(bool isParquet)
    {
        using TemporaryFolder folder = new();
        TestColumn[] columns =
        [
            TestColumn.Of("Real", 0.1, 0.1f, 1e300),
            TestColumn.Of("Single", 0.1, 0.123456789, 2),
            TestColumn.Of("Whole", 3.0, 0.5, 3),
            TestColumn.Of("Long", 1L, 9007199254740993, 5),
            TestColumn.Of("Money", 0.1, 0.12345678901234567, 2),
        ];
        Rows<TypedExplain.Tests.Zoo.Numbers> rows = await Rows<TypedExplain.Tests.Zoo.Numbers>.ReadAsync(isParquet
            ? new ParquetSource<TypedExplain.Tests.Zoo.Numbers>(await ParquetFile.WriteAsync(folder.Of("n.parquet"), 10, columns))
            : new ArrowSource<TypedExplain.Tests.Zoo.Numbers>(await ArrowFile.WriteAsync(folder.Of("n.arrow"), 10, columns)));
        Assert.Equal([new(0.1, 0.1f, 3, 1, 0.1m), new(1e300, 2, 3, 5, 2)], rows.Records);
        Assert.Equal(["Single", "Whole", "Long", "Money"], rows.Bad.Select(bad => bad.Column));
        Assert.Contains("more digits than a float keeps", rows.Bad[0].Reason, StringComparison.Ordinal);
        Assert.Contains("more digits than the 15", rows.Bad[3].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WholeNumbersThatADoubleWouldChangeAreRefused(bool isParquet)
    {
        using TemporaryFolder folder = new();
        TestColumn column = TestColumn.Of("Value", 1L, long.MaxValue, 9007199254740993, 9007199254740994, long.MinValue);
        Rows<TypedExplain.Tests.Zoo.Single> rows = await Rows<TypedExplain.Tests.Zoo.Single>.ReadAsync(isParquet
            ? new ParquetSource<TypedExplain.Tests.Zoo.Single>(await ParquetFile.WriteAsync(folder.Of("n.parquet"), 10, column))
            : new ArrowSource<TypedExplain.Tests.Zoo.Single>(await ArrowFile.WriteAsync(folder.Of("n.arrow"), 10, column)));
        Assert.Equal([1, 9007199254740994, long.MinValue], rows.Records.Select(record => record.Value));
        Assert.Equal(["row 2: Value is \"9223372036854775807\"; it has more digits than a double keeps; round it.", "row 3: Value is \"9007199254740993\"; it has more digits than a double keeps; round it."], rows.Bad.Select(bad => bad.ToString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AColumnOfAnotherTypeIsRefusedBeforeAnyWork(bool isParquet)
    {
        using TemporaryFolder folder = new();
        Assert.Contains("the column Age of the type", await RefusedAsync(TestColumn.Of("Age", [.. s_clients.Select(_ => "20")])), StringComparison.Ordinal);
        Assert.Contains("where Client.Age takes numbers", await RefusedAsync(TestColumn.Of("Age", [.. s_clients.Select(_ => true)])), StringComparison.Ordinal);
        Assert.Contains("where Client.Region takes texts", await RefusedAsync(TestColumn.Of("Region", [.. s_clients.Select(_ => 1)])), StringComparison.Ordinal);
        Assert.Contains("where Client.Income takes numbers", await RefusedAsync(TestColumn.Of("Income", [.. s_clients.Select(_ => new DateOnly(2024, 1, 1))])), StringComparison.Ordinal);
        Assert.Contains("where Client.IsOwner takes true or false", await RefusedAsync(TestColumn.Of("IsOwner", [.. s_clients.Select(_ => "true")])), StringComparison.Ordinal);
        Assert.Contains("where Client.Number takes texts", await RefusedAsync(TestColumn.Of("Number", [.. s_clients.Select(_ => 1.5)])), StringComparison.Ordinal);
        Assert.Contains("no column for Age", await RefusedAsync(TestColumn.Of("Other", [.. s_clients.Select(_ => 1.5)]), "Age"), StringComparison.Ordinal);
        Assert.Contains("has 2 columns for Age", await RefusedAsync(TestColumn.Of("a_g_e", [.. s_clients.Select(_ => 1.5)]), "", "AGE"), StringComparison.Ordinal);

        async Task<string> RefusedAsync(TestColumn other, string? without = null, string? age = null)
        {
            TestColumn[] columns = [.. Columns().Where(column => column.Name != (without ?? other.Name)).Select(column => age is not null && column.Name == "Age" ? column with { Name = age } : column), other];
            IRowSource<Client> source = await SourceAsync(isParquet, folder, columns);
            return (await Assert.ThrowsAsync<BatchException>(async () => await source.PlanAsync(10))).Message;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFileThatIsNotWholeOrOfAnotherKindIsRefused(bool isParquet)
    {
        using TemporaryFolder folder = new();
        IRowSource<Client> source = await SourceAsync(isParquet, folder, Columns());
        string path = folder.Of(source.Name);
        byte[] whole = File.ReadAllBytes(path);
        int refused = 0;
        foreach (byte[] content in (byte[][])[[], [1, 2, 3], whole[..^1], whole[..(whole.Length / 2)], [.. whole[..^8], 255, 255, 255, 127, .. whole[^4..]], "Number,Age,Income\nK-1,20,1\n"u8.ToArray()])
        {
            File.WriteAllBytes(path, content);
            BatchException error = await Assert.ThrowsAsync<BatchException>(async () => await source.PlanAsync(10));
            Assert.Contains(source.Name, error.Message, StringComparison.Ordinal);
            refused++;
        }

        // Whatever bytes are changed, what is told is that the file is broken, or it is read.
        RandomStream stream = new(3, "bytes");
        for (int i = 0; i < 60; i++)
        {
            byte[] changed = [.. whole];
            for (int j = 0; j < 3; j++)
                changed[stream.Choose((3 * i) + j, whole.Length)] ^= (byte)(1 + stream.Choose(1000 + (3 * i) + j, 255));
            File.WriteAllBytes(path, changed);
            try
            {
                await Rows<Client>.ReadAsync(source);
            }
            catch (BatchException)
            {
                refused++;
            }
        }

        Assert.True(refused > 10, $"{refused} were refused.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFileWithoutRowsHasNoShards(bool isParquet)
    {
        using TemporaryFolder folder = new();
        IRowSource<Client> source = await SourceAsync(isParquet, folder, [.. Columns().Select(column => column with { Values = [] })]);
        Assert.Empty(await source.PlanAsync(10));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFileThatChangedSinceItWasPlannedIsRefused(bool isParquet)
    {
        using TemporaryFolder folder = new();
        IRowSource<Client> source = await SourceAsync(isParquet, folder, Columns());
        SourceShard second = (await source.PlanAsync(10))[1];
        TestColumn[] columns = Columns();
        columns[1].Values[12] = 999_999.5;
        columns[0].Values[12] = 100;
        await SourceAsync(isParquet, folder, columns);
        BatchException error = await Assert.ThrowsAsync<BatchException>(async () =>
        {
            await foreach (SourceRows<Client> rows in source.ReadAsync(second, 4))
                Assert.NotEmpty(rows.Records);
        });
        Assert.Contains("has changed since the job was planned", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListsAreRefusedAndDictionariesRead()
    {
        using TemporaryFolder folder = new();
        ListArray.Builder lists = new(DoubleType.Default);
        lists.Append();
        ((DoubleArray.Builder)lists.ValueBuilder).Append(1);
        StringArray names = new StringArray.Builder().Append("North").Append("South").Build();
        DictionaryArray regions = new(new DictionaryType(Int32Type.Default, StringType.Default, false), new Int32Array.Builder().Append(1).Build(), names);
        (string, IArrowArray)[] columns =
        [
            ("Number", new StringViewArray.Builder().Append("K-1").Build()),
            ("Age", new UInt8Array.Builder().Append(20).Build()),
            ("Savings", new NullArray(1)),
            ("Region", regions),
            ("IsOwner", new Int8Array.Builder().Append(1).Build()),
        ];
        string path = await ArrowFile.WriteAsync(folder.Of("a.arrow"), [.. columns, ("Income", lists.Build())]);
        Assert.Contains("the column Income of the type list", (await Assert.ThrowsAsync<BatchException>(async () => await new ArrowSource<Client>(path).PlanAsync(10))).Message, StringComparison.Ordinal);
        await ArrowFile.WriteAsync(path, [.. columns, ("Income", new Decimal128Array.Builder(new Decimal128Type(20, 2)).Append(12.5m).Build())]);
        Assert.Equal(new Client("K-1", 20, 12.5, null, Region.South, true), Assert.Single((await Rows<Client>.ReadAsync(new ArrowSource<Client>(path))).Records));
    }

    [Fact]
    public async Task AListInParquetIsRefused()
    {
        using TemporaryFolder folder = new();
        string path = folder.Of("l.parquet");
        await ParquetFile.WriteListAsync(path, "Value");
        Assert.Contains("the column Value of the type list or map of", (await Assert.ThrowsAsync<BatchException>(async () => await new ParquetSource<TypedExplain.Tests.Zoo.Single>(path).PlanAsync(10))).Message, StringComparison.Ordinal);
    }

    private static TestColumn[] Columns() => TestColumn.OfRecords(s_clients);

    private static async Task<IRowSource<Client>> SourceAsync(bool isParquet, TemporaryFolder folder, params TestColumn[] columns) => isParquet
        ? new ParquetSource<Client>(await ParquetFile.WriteAsync(folder.Of("clients.parquet"), 4, columns))
        : new ArrowSource<Client>(await ArrowFile.WriteAsync(folder.Of("clients.arrow"), 4, columns));
}
