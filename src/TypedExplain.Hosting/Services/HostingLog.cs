using Microsoft.Extensions.Logging;

namespace TypedExplain.Hosting.Services;

/// <summary>What is written to the log. Never a value of an instance, nor a message that may hold one.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1, LogLevel.Information, "{Question} of {Record}: {Result}, {Milliseconds} ms")]
    public static partial void Answered(ILogger log, ExplanationQuestion question, string record, string result, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Question} of {Record} failed after {Milliseconds} ms: {Error}")]
    public static partial void Failed(ILogger log, ExplanationQuestion question, string record, double milliseconds, string error);

    [LoggerMessage(3, LogLevel.Error, "The options of {Record} changed and are not valid, so the service goes on with those before: {Faults}")]
    public static partial void OptionsRefused(ILogger log, string record, string faults);

    [LoggerMessage(4, LogLevel.Error, "Receipts of {Record} cannot be kept, so results are not given: {Error}")]
    public static partial void ReceiptsFailed(ILogger log, string record, string error);

    [LoggerMessage(5, LogLevel.Error, "A request about {Record} was answered with the status {Status}: {Error}")]
    public static partial void Problem(ILogger log, string record, int status, string error);
}
