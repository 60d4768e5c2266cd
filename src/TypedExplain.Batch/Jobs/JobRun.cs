using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;

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
            if (manifests[i] is not null)
                await job.Source.RequireUnchangedAsync(plan.Shards[shards[i]], cancellation).ConfigureAwait(false);
            if (problem is not null)
                redone.Add($"{plan.NameOf(shards[i])}, since of its manifest {problem}");
        }

        int[] left = [.. Enumerable.Range(0, shards.Length).Where(i => manifests[i] is null)];
        ProgressSum sum = new(progress, shards.Length, job.Time) { Rows = Rows(left.Select(i => plan.Shards[shards[i]])) };
        for (int i = left.Length; i < shards.Length; i++)
            sum.AddShard();
        ResultTable<T> table = new(job.Question, job.ProtectedValues, job.Receipts);
        await DoAsync(left, (i, turn) => new(job, plan, shards[i], table, sum, turn), (i, manifest) =>
        {
            manifests[i] = manifest;
            sum.AddShard();
        }, cancellation).ConfigureAwait(false);
        RequirePlan();
        ShardFiles.Clean(job.Folder, shards.Select(plan.NameOf).ToHashSet().Contains);
        ShardManifest[] all = [.. manifests.Select(manifest => manifest!)];
        bool[] isNew = new bool[all.Length];
        foreach (int i in left)
            isNew[i] = true;
        return new(plan, [.. all], left.Length, redone.DrainToImmutable(), [.. Warnings(), .. Warnings(all, [.. all.Where((_, i) => !isNew[i])])], sum.Elapsed);
    }

    /// <summary>Does shards in their order: while the files of one are finished, the model is asked about the next one, whose first rows are read before.</summary>
    private static async Task DoAsync(int[] shards, Func<int, Task<bool>, ShardWork<T>> workOn, Action<int, ShardManifest> end, CancellationToken cancellation)
    {
        using CancellationTokenSource asking = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task before = Task.CompletedTask, current = Task.CompletedTask;
        Task<bool> turn = Task.FromResult(true);
        try
        {
            foreach (int i in shards)
            {
                ShardWork<T> work = workOn(i, turn);
                current = EndAsync(i, work);
                bool isRead = await work.Read.ConfigureAwait(false);
                await before.ConfigureAwait(false);
                if (!isRead)
                    await current.ConfigureAwait(false);
                (before, turn) = (current, work.Asked);
            }

            await before.ConfigureAwait(false);
        }
        finally
        {
            await Task.WhenAll(before, current).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task EndAsync(int i, ShardWork<T> work)
        {
            try
            {
                end(i, await work.RunAsync(asking.Token, cancellation).ConfigureAwait(false));
            }
            catch
            {
                await asking.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
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

    /// <summary>On a disk without locks two workers may have planned at once; the one whose plan was replaced must not say that all is well.</summary>
    private void RequirePlan()
    {
        if (new JobFolder(job.Folder).Plan()?.Id != plan.Id)
            throw new BatchException("The plan of the job, job.json, was replaced or deleted while this worker was at work, so its shards may be of no job. Take an empty folder, and let one worker begin before the others.");
    }

    private IEnumerable<string> Warnings(ShardManifest[] all, ShardManifest[] earlier)
    {
        if (plan.Shards.Any(shard => shard.Rows is not null) && plan.ShardRows != job.ShardRows)
            yield return string.Create(CultureInfo.InvariantCulture, $"the job was planned with {plan.ShardRows} {Noun.Of(plan.ShardRows, "row")} in a shard, and its shards stay as they are; {job.ShardRows} would need an empty folder");
        if (earlier.Where(shard => shard.Bad > job.MaxBadRows).ToArray() is { Length: > 0 } worse)
            yield return string.Create(CultureInfo.InvariantCulture, $"{worse.Length} {Noun.Of(worse.Length, "shard that was finished before has", "shards that were finished before have")} more than {job.MaxBadRows} bad rows, which this run allows: {plan.NameOf(worse[0].Shard)} has {worse[0].Bad}. They stay; to hold them to this limit, take an empty folder");
        else if (plan.MaxBadRows != job.MaxBadRows)
            yield return string.Create(CultureInfo.InvariantCulture, $"the job was planned with at most {plan.MaxBadRows} bad rows in a shard, and this run allows {job.MaxBadRows}");
        if (all.Sum(shard => shard.Rows) is > 0 and var rows && all.Sum(shard => shard.Refused) == rows)
            yield return string.Create(CultureInfo.InvariantCulture, $"none of the {rows} {Noun.Of(rows, "record")} has the answer that was asked for; the column reason says why");
    }

    private IEnumerable<string> Warnings()
    {
        if (plan.Model is null)
            yield return "the model is not identified, so nobody can tell whether another one answered later; give it an identity (Identified)";
        if (plan.Explainer.Contains("\"not described\"", StringComparison.Ordinal))
            yield return "a part of the explainer is code of your own that does not describe itself, so nobody can tell whether another one answered later";
        if (plan.Shards.IsEmpty)
            yield return $"{plan.Source} has no rows";
    }
}
