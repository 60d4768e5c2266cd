namespace TypedExplain.Orleans.Tests.Jobs;

/// <summary>What the status of a job says.</summary>
public class StatusTextTests
{
    [Theory]
    [InlineData(1, null, "1 of 1 shard, 0 at work, 0 waiting, 1 row, ", "begun 1 time: ")]
    [InlineData(1, 2L, "1 of 1 shard, 0 at work, 0 waiting, 1 of 2 rows, ", "begun 1 time: ")]
    [InlineData(2, null, "2 of 2 shards, 0 at work, 0 waiting, 2 rows, ", "begun 2 times: ")]
    public void ANounStandsBehindItsNumber(int count, long? all, string words, string tries)
    {
        ExplanationJobStatus status = new() { Name = "loans", State = ExplanationJobState.Running, Shards = count, Done = count, Rows = count, RowsInAll = all };
        Assert.StartsWith($"loans: Running, {words}", status.ToString());
        Assert.Contains(tries, (status with { Failed = [new(0, "shard 0", count, "the disk is full")] }).ToString());
    }
}
