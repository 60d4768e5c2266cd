using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Batch;

/// <summary>
/// What a job is, as its folder's file job.json has it: what is asked of which model about which rows, and the shards. It holds no time
/// and no name of a machine, so every worker that plans the job writes the same bytes.
/// </summary>
public sealed class JobPlan
{
    internal JobPlan()
    {
    }

    /// <summary>The name of the record.</summary>
    public required string Record { get; init; }

    /// <summary>The SHA-256 of the record's schema.</summary>
    public required string Schema { get; init; }

    /// <summary>What is asked, in a word.</summary>
    public required string Question { get; init; }

    /// <summary>What answers, with its options, as JSON.</summary>
    public required string Explainer { get; init; }

    /// <summary>The model; null where it is not identified, and then nobody can tell whether another one was asked later.</summary>
    public required ModelIdentity? Model { get; init; }

    /// <summary>The version of the library; another one may give other bits.</summary>
    public required string LibraryVersion { get; init; }

    /// <summary>What the source is called.</summary>
    public required string Source { get; init; }

    /// <summary>The settings by which rows are read, as <see cref="IRowSource{T}.Settings"/> tells them.</summary>
    public required string SourceSettings { get; init; }

    /// <summary>The files or partitions of the source; null where it does not tell.</summary>
    public required ImmutableArray<string>? Parts { get; init; }

    /// <summary>How names of files of results end.</summary>
    public required string Extension { get; init; }

    /// <summary>The settings by which results are written, as <see cref="IResultFormat.Settings"/> tells them.</summary>
    public required string FormatSettings { get; init; }

    /// <summary>What summaries keep: the features by whose values they tell apart, and the SHA-256 of the reference rows; null where there are no summaries.</summary>
    public required string? SummarySettings { get; init; }

    /// <summary>Whether protected features have columns.</summary>
    public required ProtectedValues ProtectedValues { get; init; }

    /// <summary>How many rows a shard was to have, about, when the job was planned. Who goes on with it goes on with these shards.</summary>
    public required long ShardRows { get; init; }

    /// <summary>
    /// The most rows of a shard that might be bad when the job was planned. It is no part of what the job is: each run holds the shards that
    /// it makes to its own limit, and says where that is another one.
    /// </summary>
    public required long MaxBadRows { get; init; }

    /// <summary>The columns of the results.</summary>
    public required ImmutableArray<ResultColumn> Columns { get; init; }

    /// <summary>The parts that the source is divided into, which workers finish one by one.</summary>
    public required ImmutableArray<SourceShard> Shards { get; init; }

    /// <summary>How many rows there are, bad ones included; null where a shard does not say.</summary>
    public long? Rows => Shards.Sum(shard => shard.Rows) is var rows && Shards.All(shard => shard.Rows is not null) ? rows : null;

    /// <summary>The SHA-256 of job.json: what the job is known by.</summary>
    public string Id => field ??= Files.ContentDigest.Of(Manifests.JobPlanJson.Write(this));

    /// <summary>The name of a shard's files, without an ending: "part-00003-of-00040".</summary>
    /// <param name="shard">Position of the shard, from 0.</param>
    internal string NameOf(int shard)
    {
        // As long for all of them, so that their order by name is that of the shards.
        string count = Shards.Length.ToString("00000", CultureInfo.InvariantCulture);
        return $"part-{shard.ToString(CultureInfo.InvariantCulture).PadLeft(count.Length, '0')}-of-{count}";
    }

    /// <summary>What is asked about how many rows.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Question} of {(Rows is { } rows ? $"{rows} {Noun.Of(rows, "row")}" : "rows")} of {Record} from {Source} in {Shards.Length} {Noun.Of(Shards.Length, "shard")}, by {(Model is { } model ? model.Name : "a model that is not identified")}");
}
