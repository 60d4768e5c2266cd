using System.Collections.Immutable;

namespace TypedExplain.Batch.Jobs;

/// <summary>Does shards, one after the other.</summary>
internal sealed class JobRun<T>(ExplanationJob<T> job, JobPlan plan)
    where T : IFeatureRecord<T>
{
    /// <summary>Does those that are not finished.</summary>
    public async Task<JobReport> DoAsync(ImmutableArray<int> shards, IProgress<JobProgress>? progress, CancellationToken cancellation)
    {
        var manifests = new ShardManifest?[shards.Length];
        ImmutableArray<string>.Builder redone = ImmutableArray.CreateBuilder<string>();
        for (int i = 0; i < shards.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            manifests[i] = new ShardFiles(job.Folder, plan, shards[i]).Finished(out string? problem);
            if (problem is not null)
                redone.Add($"{plan.NameOf(shards[i])}, since of its manifest {problem}");
        }

        int[] left = [.. Enumerable.Range(0, shards.Length).Where(i => manifests[i] is null)];
        ProgressSum sum = new(progress, shards.Length, job.Time) { Rows = Rows(left.Select(i => plan.Shards[shards[i]])) };
        for (int i = left.Length; i < shards.Length; i++)
            sum.AddShard();
        ResultTable<T> table = new(job.Question, job.ProtectedValues, job.Receipts);
        foreach (int i in left)
        {
            manifests[i] = await new ShardWork<T>(job, plan, shards[i], table, sum).RunAsync(cancellation).ConfigureAwait(false);
            sum.AddShard();
        }

        return new(plan, [.. manifests.Select(manifest => manifest!)], left.Length, redone.DrainToImmutable(), [.. Warnings()], sum.Elapsed);
    }

    private static long? Rows(IEnumerable<SourceShard> shards)
    {
        long sum = 0;
        foreach (SourceShard shard in shards)
        {
            if (shard.Rows is not { } rows)
                return null;
            sum += rows;
        }

        return sum;
    }

    private IEnumerable<string> Warnings()
    {
        if (plan.Model is null)
            yield return "the model is not identified, so nobody can tell whether another one answered later; give it an identity (Identified)";
        if (plan.Shards.IsEmpty)
            yield return $"{plan.Source} has no rows";
    }
}
