using System.Collections.Immutable;
using TypedExplain.Batch;
using TypedExplain.Batch.Jobs;

namespace TypedExplain.Orleans.Jobs;

/// <summary>A job of a silo. It is made when it is needed first.</summary>
/// <param name="name">Its name.</param>
/// <param name="options">How its shards are handed out.</param>
/// <param name="make">Makes it.</param>
internal sealed class RegisteredJob<T>(string name, ExplanationJobOptions options, Func<ExplanationJob<T>> make) : IRegisteredJob
    where T : IFeatureRecord<T>
{
    // What failed may not fail again, such as a model that is loaded from a disk that was not there.
    private readonly Lazy<ExplanationJob<T>> _job = new(() => make() ?? throw new InvalidOptionException($"What was to make the job {name} gave null; it must give the job, or throw."), LazyThreadSafetyMode.PublicationOnly);

    public string Name => name;

    public ExplanationJobOptions Options => options;

    public async Task<PlannedJob> PlanAsync(CancellationToken cancellation)
    {
        ExplanationJob<T> job = _job.Value;
        JobPlan plan = await job.PlanAsync(cancellation).ConfigureAwait(false);
        ImmutableSortedDictionary<int, ShardNumbers>.Builder finished = ImmutableSortedDictionary.CreateBuilder<int, ShardNumbers>();
        for (int shard = 0; shard < plan.Shards.Length; shard++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (new ShardFiles(job.Folder, plan, shard).Finished(out _) is not { } manifest)
                continue;
            await job.Source.RequireUnchangedAsync(plan.Shards[shard], cancellation).ConfigureAwait(false);
            finished.Add(shard, Numbers(manifest));
        }

        return new(plan.Id, [.. Enumerable.Range(0, plan.Shards.Length).Select(plan.NameOf)], plan.Rows, finished.ToImmutable());
    }

    public async Task<string?> MissingAsync(int shard, CancellationToken cancellation)
    {
        ExplanationJob<T> job = _job.Value;
        JobPlan plan = await job.PlanAsync(cancellation).ConfigureAwait(false);
        ShardFiles files = new(job.Folder, plan, shard);
        return File.Exists(files.Manifest) && File.Exists(files.Results)
            ? null
            : $"{files.Name} was said to be finished, and another silo does not see its files. The folder must be one that all silos share.";
    }

    public async Task<ShardNumbers> RunShardAsync(ShardLease lease, IProgress<ShardNumbers> progress, CancellationToken cancellation)
    {
        ExplanationJob<T> job = _job.Value;
        JobPlan plan = await job.PlanAsync(cancellation).ConfigureAwait(false);
        if (plan.Id != lease.Job)
            throw new ForeignPlanException($"The job {name} is another one on this silo than where it was started: its folder or its settings differ. Every silo must register the same job, and the folder must be one that all silos share.");
        return Numbers(await job.RunShardAsync(lease.Shard, new ShardProgress(progress), cancellation).ConfigureAwait(false));
    }

    private static ShardNumbers Numbers(ShardManifest manifest) => new(manifest.Rows, manifest.Refused, manifest.Bad);

    /// <summary>Passes on what a worker tells of one shard.</summary>
    private sealed class ShardProgress(IProgress<ShardNumbers> progress) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => progress.Report(new(value.RowsDone - value.Bad, value.Refused, value.Bad));
    }
}
