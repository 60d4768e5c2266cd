namespace TypedExplain.Batch.Tests.Jobs;

/// <summary>What the progress of a job says.</summary>
public class ProgressTextTests
{
    [Theory]
    [InlineData(1, null, "1 of 1 shard, 1 row, ")]
    [InlineData(1, 2L, "1 of 1 shard, 1 of 2 rows, ")]
    [InlineData(2, null, "2 of 2 shards, 2 rows, ")]
    public void ANounStandsBehindItsNumber(int count, long? all, string words) =>
        Assert.StartsWith(words, new JobProgress(count, count, count, all, 0, 0, TimeSpan.FromSeconds(1)).ToString());
}
