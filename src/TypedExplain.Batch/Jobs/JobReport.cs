using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Batch;

/// <summary>What a run of a job did.</summary>
public sealed class JobReport
{
    internal JobReport(JobPlan plan, ImmutableArray<ShardManifest> shards, int finished, ImmutableArray<string> redone, ImmutableArray<string> warnings, TimeSpan elapsed) =>
        (Plan, Shards, Finished, Redone, Warnings, Elapsed) = (plan, shards, finished, redone, warnings, elapsed);

    /// <summary>The job.</summary>
    public JobPlan Plan { get; }

    /// <summary>The manifests of the shards that were to be done, those that earlier runs finished included.</summary>
    public ImmutableArray<ShardManifest> Shards { get; }

    /// <summary>How many shards this run finished; the others were finished before.</summary>
    public int Finished { get; }

    /// <summary>Which shards had a manifest that does not fit its files, and why; they were made again.</summary>
    public ImmutableArray<string> Redone { get; }

    /// <summary>What makes the results less than they could be, and what to do.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>How long this run took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>How many records have results, refused ones included.</summary>
    public long Rows => Shards.Sum(shard => shard.Rows);

    /// <summary>How many of them have no answer that was asked for.</summary>
    public long Refused => Shards.Sum(shard => shard.Refused);

    /// <summary>How many rows are no records.</summary>
    public long Bad => Shards.Sum(shard => shard.Bad);

    /// <summary>What was done, with what is to be heeded.</summary>
    public override string ToString()
    {
        string done = string.Create(CultureInfo.InvariantCulture, $"{Rows} {Noun.Of(Rows, "row")} in {Shards.Length} {Noun.Of(Shards.Length, "shard")} ({Finished} of them now), {Refused} refused, {Bad} bad");
        return string.Join("\n", [done, .. Redone.Select(redone => "made again: " + redone), .. Warnings.Select(warning => "caution: " + warning)]);
    }
}
