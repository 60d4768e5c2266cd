using Microsoft.Extensions.Logging;

namespace TypedExplain.Orleans.Faults;

/// <summary>What silos log.</summary>
internal static partial class OrleansLog
{
    [LoggerMessage(1, LogLevel.Error, "The job {Job} could not be planned.")]
    public static partial void NotPlanned(ILogger log, string job, Exception error);

    [LoggerMessage(2, LogLevel.Error, "Shard {Shard} of the job {Job} failed.")]
    public static partial void ShardFailed(ILogger log, string job, int shard, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "The grain of the job {Job} did not answer; it is asked again.")]
    public static partial void NoAnswer(ILogger log, string job, Exception error);

    [LoggerMessage(4, LogLevel.Information, "Shard {Shard} of the job {Job} is another worker's by now; it is given up here.")]
    public static partial void NotOurs(ILogger log, string job, int shard);

    [LoggerMessage(5, LogLevel.Error, "An explanation by {Name} failed.")]
    public static partial void NotExplained(ILogger log, string name, Exception error);
}
