using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using TypedExplain.Batch.Questions;
using TypedExplain.Errors;

namespace TypedExplain.Batch.Jobs;

/// <summary>Compares the files of a job with their manifests, and some rows with what they are when they are made again.</summary>
internal sealed class JobVerification<T>(ExplanationJob<T> job, JobPlan plan)
    where T : IFeatureRecord<T>
{
    private readonly ImmutableArray<string>.Builder _problems = ImmutableArray.CreateBuilder<string>();
    private readonly ResultTable<T> _table = new(job.Question, job.ProtectedValues, job.Receipts);
    private long _rows, _leftOut;

    /// <summary>Looks at every shard, and makes some rows again.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="seed">Which ones.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public async Task<VerifyReport> RunAsync(int rows, int seed, CancellationToken cancellation)
    {
        Dictionary<int, ShardManifest> finished = [];
        int unfinished = 0;
        for (int shard = 0; shard < plan.Shards.Length; shard++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (new ShardFiles(job.Folder, plan, shard).Finished(out string? problem) is { } manifest)
            {
                finished[shard] = manifest;
                await job.Source.RequireUnchangedAsync(plan.Shards[shard], cancellation).ConfigureAwait(false);
            }
            else if (problem is null)
                unfinished++;
            else
                _problems.Add($"{plan.NameOf(shard)}: of its manifest {problem}");
        }

        foreach (IGrouping<int, long> chosen in Choose(finished, rows, seed))
            await MakeAgainAsync(chosen.Key, finished[chosen.Key], [.. chosen], cancellation).ConfigureAwait(false);
        if (JobMerge.Problem(job, plan, finished) is { } wrong)
            _problems.Add(wrong);
        return new(finished.Count, unfinished, _rows, _leftOut, _problems.DrainToImmutable());
    }

    /// <summary>Some rows by the shard and the place of their result.</summary>
    private static IEnumerable<IGrouping<int, long>> Choose(Dictionary<int, ShardManifest> finished, int rows, int seed)
    {
        KeyValuePair<int, ShardManifest>[] shards = [.. finished.Where(shard => shard.Value.Rows > 0)];
        long all = shards.Sum(shard => shard.Value.Rows);
        if (all == 0)
            return [];
        RandomStream stream = new(seed, "verified rows");
        HashSet<long> chosen = [];
        if (rows >= all)
            chosen.UnionWith(Range(all));
        for (long draw = 0; chosen.Count < Math.Min(rows, all); draw++)
            chosen.Add((long)(stream.Uniform(draw) * all));
        return chosen.Order().Select(Placed).GroupBy(place => place.Shard, place => place.Row);

        (int Shard, long Row) Placed(long row)
        {
            foreach ((int shard, ShardManifest manifest) in shards)
            {
                if (row < manifest.Rows)
                    return (shard, row);
                row -= manifest.Rows;
            }

            return (shards[^1].Key, shards[^1].Value.Rows - 1);
        }
    }

    private static IEnumerable<long> Range(long count)
    {
        for (long i = 0; i < count; i++)
            yield return i;
    }

    private async Task MakeAgainAsync(int index, ShardManifest manifest, long[] places, CancellationToken cancellation)
    {
        ShardFiles files = new(job.Folder, plan, index);
        SourceShard shard = plan.Shards[index];
        byte[][] written = Leaves(files.Leaves, places);
        (List<T> records, List<long> numbers, List<byte[]> leaves) = ([], [], []);
        RowDigest<T> digest = new(plan.ProtectedValues);
        long place = 0;
        int next = 0;
        await foreach (SourceRows<T> rows in job.Source.ReadAsync(shard, job.BatchRows, cancellation).ConfigureAwait(false))
        {
            for (int i = 0; i < rows.Records.Count; i++)
            {
                if (next < places.Length && places[next] == place && !IsLeftOut(shard, rows.Numbers[i], rows.Records[i], digest, written[next++]))
                {
                    records.Add(rows.Records[i]);
                    numbers.Add(rows.Numbers[i]);
                    leaves.Add(written[next - 1]);
                }

                place++;
            }
        }

        if (place != manifest.Rows)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{files.Name}: the source has {place} {Noun.Of(place, "record")} by now, and there are results of {manifest.Rows}"));
            return;
        }

        if (records.Count == 0)
            return;
        IBatchAnswers<T> answers = job.Question.Ask(job.Model, records, new(job.Threads, job.Together), cancellation);
        if (answers.Transient is { } error)
            throw new BatchException($"{files.Name} could not be made again: {error.Message}", isWorthTryingAgain: true, error);
        cancellation.ThrowIfCancellationRequested();
        ResultRows results = _table.Of(shard, new(records, numbers, []), answers, job.Receipts ? answers.Receipts(job.Model, job.ReceiptContent, job.Threads, cancellation) : null);
        Compare(files.Name, records, numbers, results, leaves, digest);
    }

    /// <summary>Whether a record was left out, since it ended the process: asking about it would end this one. The digest of its row says so.</summary>
    private bool IsLeftOut(SourceShard shard, long number, T record, RowDigest<T> digest, byte[] written)
    {
        ResultRows row = new(_table.Columns, 1);
        ResultTable<T>.WriteLeftOut(row, shard, number, record);
        Span<byte> own = stackalloc byte[SHA256.HashSizeInBytes];
        digest.Of(number, record, row, 0, own);
        bool isLeftOut = own.SequenceEqual(written);
        _leftOut += isLeftOut ? 1 : 0;
        return isLeftOut;
    }

    private void Compare(string name, List<T> records, List<long> numbers, ResultRows results, List<byte[]> leaves, RowDigest<T> digest)
    {
        Span<byte> own = stackalloc byte[SHA256.HashSizeInBytes];
        for (int i = 0; i < records.Count; i++)
        {
            digest.Of(numbers[i], records[i], results, i, own);
            _rows++;
            if (!own.SequenceEqual(leaves[i]))
                _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: row {numbers[i]} of {results.Texts(0)[i]} has another result when it is made again"));
        }
    }

    private static byte[][] Leaves(string path, long[] places)
    {
        byte[][] leaves = new byte[places.Length][];
        using FileStream file = File.OpenRead(path);
        for (int i = 0; i < places.Length; i++)
        {
            leaves[i] = new byte[SHA256.HashSizeInBytes];
            file.Position = places[i] * SHA256.HashSizeInBytes;
            file.ReadExactly(leaves[i]);
        }

        return leaves;
    }
}
