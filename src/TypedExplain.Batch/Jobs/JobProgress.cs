using System.Globalization;
using TypedExplain.Batch.Jobs;
using TypedExplain.Errors;

namespace TypedExplain.Batch;

/// <summary>How far a job is.</summary>
/// <param name="ShardsDone">How many of the shards are finished, those of earlier runs included.</param>
/// <param name="Shards">How many shards there are to do.</param>
/// <param name="RowsDone">How many rows this run has read, bad ones included.</param>
/// <param name="Rows">How many rows this run has to read; null where the source does not say.</param>
/// <param name="Refused">How many records of them have no answer that was asked for.</param>
/// <param name="Bad">How many of the rows are no records.</param>
/// <param name="Elapsed">How long this run has been at work.</param>
public readonly record struct JobProgress(int ShardsDone, int Shards, long RowsDone, long? Rows, long Refused, long Bad, TimeSpan Elapsed)
{
    /// <summary>Rows a second, over all of this run.</summary>
    public double RowsPerSecond => RowsDone == 0 || Elapsed <= TimeSpan.Zero ? 0 : RowsDone / Elapsed.TotalSeconds;

    /// <summary>How much time is left at that speed; null where that is not known.</summary>
    public TimeSpan? Left => Rows is { } rows && RowsPerSecond > 0 && (rows - RowsDone) / RowsPerSecond < TimeSpan.MaxValue.TotalSeconds
        ? TimeSpan.FromSeconds(Math.Max(0, rows - RowsDone) / RowsPerSecond)
        : null;

    /// <summary>How far it is, in a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ShardsDone} of {Shards} {Noun.Of(Shards, "shard")}, {RowsDone}{(Rows is { } rows ? $" of {rows}" : "")} {Noun.Of(Rows ?? RowsDone, "row")}, {Refused} refused, {Bad} bad, {RowsPerSecond:0.#} rows a second{(Left is { } left ? $", {Duration.Of(left)} left" : "")}");
}
