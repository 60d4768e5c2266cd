using System.Globalization;
using TypedExplain.Orleans.Settings;

namespace TypedExplain.Orleans;

/// <summary>How the shards of a job are handed out. The same on every silo.</summary>
public sealed record ExplanationJobOptions
{
    /// <summary>How long a shard stays with a worker that is not heard from; at least twice <see cref="HeartbeatTime"/>. 30 seconds by default.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a worker tells that it is at work, and the longest that one without work waits before it asks again; above 0. 5 seconds by default.</summary>
    public TimeSpan HeartbeatTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often a shard is begun before it is given up; at least 1. 10 by default. A record that ends the process is found and left out
    /// after 4 of them.
    /// </summary>
    [OptionRange(AtLeast = 1)]
    public int MostTries { get; init; } = 10;

    /// <summary>
    /// The name of the grain storage that keeps what files do not tell: that the job was started, leases, tries and failures. Null for
    /// a memory that the silos share and that a killed silo takes its part of with it; then a job may have to be started again.
    /// </summary>
    public string? StorageName { get; init; }

    internal void Check(string job)
    {
        if (HeartbeatTime <= TimeSpan.Zero)
            throw new InvalidOptionException($"HeartbeatTime of the job {job} is {HeartbeatTime}; it must be above 0.");
        if (LeaseTime < 2 * HeartbeatTime)
            throw new InvalidOptionException($"LeaseTime of the job {job} is {LeaseTime} and HeartbeatTime is {HeartbeatTime}; LeaseTime must be at least twice HeartbeatTime, or workers that are well lose their shards.");
        if (MostTries < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"MostTries of the job {job} is {MostTries}; it must be at least 1."));
        GrainNames.CheckStorage(StorageName, $"the job {job}");
    }
}
