namespace TypedExplain.Batch.Tests;

/// <summary>Everything that a source gives, shard after shard.</summary>
internal sealed record Rows<T>(List<T> Records, List<long> Numbers, List<BadRow> Bad, int Shards)
    where T : IFeatureRecord<T>
{
    public static async Task<Rows<T>> ReadAsync(IRowSource<T> source, long shardRows = 10, int batchRows = 4)
    {
        Rows<T> all = new([], [], [], 0);
        foreach (SourceShard shard in await source.PlanAsync(shardRows))
        {
            long before = all.Records.Count + all.Bad.Select(bad => bad.Row).Distinct().Count();
            Assert.True(shard.RowsBefore == before || shard.Rows is null);
            await foreach (SourceRows<T> rows in source.ReadAsync(shard, batchRows))
            {
                all.Records.AddRange(rows.Records);
                all.Numbers.AddRange(rows.Numbers);
                all.Bad.AddRange(rows.Bad);
                Assert.True(rows.Records.Count <= batchRows);
            }

            all = all with { Shards = all.Shards + 1 };
        }

        return all;
    }

    /// <summary>The bits of the records' columns, which are what a model is given.</summary>
    public static string[] Bits(IEnumerable<T> records) => [.. records.Select(record =>
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(in record, columns);
        return string.Join(' ', columns.Select(column => BitConverter.DoubleToInt64Bits(column)));
    })];
}
