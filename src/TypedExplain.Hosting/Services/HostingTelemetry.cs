using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedExplain.Hosting.Services;

/// <summary>Spans and metrics of services. Never a value of an instance, nor a message that may hold one.</summary>
internal static class HostingTelemetry
{
    public const string Question = "typedexplain.question";
    public const string Result = "typedexplain.result";
    public const string Remembered = "typedexplain.remembered";
    public const string Receipt = "typedexplain.receipt.kept";

    /// <summary>Has the name of the library's own source, so that one AddSource shows both.</summary>
    public static ActivitySource Source { get; } = new(TypedExplainTelemetry.SourceName);

    /// <summary>Has the name of the library's own meter.</summary>
    public static Meter Meter { get; } = new(TypedExplainTelemetry.MeterName);

    /// <summary>Questions that were answered, and those that failed, with how long they took.</summary>
    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("typedexplain.service.duration", "s", "How long a question to a service took, waiting included.");

    /// <summary>Questions that were refused because too many waited.</summary>
    public static Counter<long> Refused { get; } = Meter.CreateCounter<long>("typedexplain.service.overloads", "{question}", "Questions that were refused because too many waited.");

    /// <summary>How many questions wait for their turn.</summary>
    public static UpDownCounter<long> Open { get; } = Meter.CreateUpDownCounter<long>("typedexplain.service.open", "{question}", "Questions that wait for their turn or are worked on.");
}
