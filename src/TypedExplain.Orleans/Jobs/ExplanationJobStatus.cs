using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Orleans;

/// <summary>How far a job on a cluster is.</summary>
[GenerateSerializer]
[global::Orleans.Immutable]
[Alias("TypedExplain.ExplanationJobStatus")]
public sealed record ExplanationJobStatus
{
    internal ExplanationJobStatus()
    {
    }

    /// <summary>The name of the job.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>Where it is.</summary>
    [Id(1)]
    public required ExplanationJobState State { get; init; }

    /// <summary>How many shards there are; 0 until it is planned.</summary>
    [Id(2)]
    public int Shards { get; init; }

    /// <summary>How many shards are finished, those of earlier runs included.</summary>
    [Id(3)]
    public int Done { get; init; }

    /// <summary>How many shards are with a worker.</summary>
    [Id(4)]
    public int Leased { get; init; }

    /// <summary>How many shards wait for a worker.</summary>
    [Id(5)]
    public int Waiting { get; init; }

    /// <summary>The shards that were given up.</summary>
    [Id(6)]
    public ImmutableArray<FailedShard> Failed { get; init; } = [];

    /// <summary>How many records have results, refused ones included; those of shards at work as far as their workers have told.</summary>
    [Id(7)]
    public long Rows { get; init; }

    /// <summary>How many of them have no answer that was asked for.</summary>
    [Id(8)]
    public long Refused { get; init; }

    /// <summary>How many rows are no records.</summary>
    [Id(9)]
    public long Bad { get; init; }

    /// <summary>How many rows there are, bad ones included; null where the source does not say.</summary>
    [Id(10)]
    public long? RowsInAll { get; init; }

    /// <summary>Why it could not be planned; null where it could.</summary>
    [Id(11)]
    public string? Problem { get; init; }

    /// <summary>Whether nothing more happens unless it is started again.</summary>
    public bool IsEnded => State is ExplanationJobState.Done or ExplanationJobState.Failed or ExplanationJobState.Canceled;

    /// <summary>How far it is, and the shards that were given up.</summary>
    public override string ToString()
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {State}, {Done} of {Shards} {Noun.Of(Shards, "shard")}, {Leased} at work, {Waiting} waiting, {Rows}{(RowsInAll is { } all ? $" of {all}" : "")} {Noun.Of(RowsInAll ?? Rows, "row")}, {Refused} refused, {Bad} bad");
        return string.Join("\n", [line, .. Problem is null ? [] : new[] { Problem }, .. Failed.Select(failed => failed.ToString())]);
    }
}
