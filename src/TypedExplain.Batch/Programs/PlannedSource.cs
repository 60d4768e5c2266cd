using System.Collections.Immutable;
using TypedExplain.Batch.Jobs;

namespace TypedExplain.Batch.Programs;

/// <summary>The source that a job was planned with, where its rows are not needed.</summary>
internal sealed class PlannedSource<T>(string folder) : IRowSource<T>
    where T : IFeatureRecord<T>
{
    private readonly JobPlan? _plan = new JobFolder(folder).Plan();

    public string Name => _plan?.Source ?? "";

    public string Settings => _plan?.SourceSettings ?? "";

    public ImmutableArray<string>? Parts => _plan?.Parts;

    public ValueTask<ImmutableArray<SourceShard>> PlanAsync(long shardRows, CancellationToken cancellation = default) => throw new InvalidOperationException("The rows are not there.");

    public IAsyncEnumerable<SourceRows<T>> ReadAsync(SourceShard shard, int batchRows, CancellationToken cancellation = default) => throw new InvalidOperationException("The rows are not there.");
}
