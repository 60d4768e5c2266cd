using TypedExplain.Tests.Zoo;

namespace TypedExplain.Batch.Tests.Sources;

/// <summary>Laws over every schema of the zoo: records that lie in a typed table by columns are read back, however it is divided.</summary>
public class TableSourceLaws
{
    private const int Records = 41;

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ParquetGivesTheRecordsBack(Animal animal) => animal.Obeys(new RoundTrip(isParquet: true));

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ArrowGivesTheRecordsBack(Animal animal) => animal.Obeys(new RoundTrip(isParquet: false));

    private sealed class RoundTrip(bool isParquet) : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T> => CheckAsync<T>().GetAwaiter().GetResult();

        private async Task CheckAsync<T>()
            where T : IFeatureRecord<T>
        {
            using TemporaryFolder folder = new();
            Twin<T> twin = new();
            Random random = new(7);
            T[] records = [.. Enumerable.Range(0, Records).Select(_ => twin.Random(random))];
            TestColumn[] columns = TestColumn.OfRecords(records);
            IRowSource<T> source = isParquet
                ? new ParquetSource<T>(await ParquetFile.WriteAsync(folder.Of("t.parquet"), 7, columns))
                : new ArrowSource<T>(await ArrowFile.WriteAsync(folder.Of("t.arrow"), 7, columns));
            foreach ((long shardRows, int batchRows) in new[] { (1L, 3), (15L, 5), (1000L, 1000) })
            {
                Rows<T> rows = await Rows<T>.ReadAsync(source, shardRows, batchRows);
                Assert.Equal([], rows.Bad.Select(bad => bad.ToString()));
                Assert.Equal(Rows<T>.Bits(records), Rows<T>.Bits(rows.Records));
                Assert.Equal(Enumerable.Range(1, Records).Select(row => (long)row), rows.Numbers);
                Assert.Equal(shardRows == 1 ? 6 : shardRows == 15 ? 3 : 1, rows.Shards);
            }
        }
    }
}
