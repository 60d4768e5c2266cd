using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedExplain.Telemetry;

/// <summary>The source of activities and the instruments of the meter.</summary>
internal static class Instruments
{
    private static readonly Meter s_meter = new(TypedExplainTelemetry.MeterName);

    public static ActivitySource Source { get; } = new(TypedExplainTelemetry.SourceName);

    public static Counter<long> Explanations { get; } = s_meter.CreateCounter<long>(TypedExplainTelemetry.ExplanationsCounter, "{explanation}", "Explanations that ended, whatever became of them.");

    public static Counter<long> Queries { get; } = s_meter.CreateCounter<long>(TypedExplainTelemetry.QueriesCounter, "{row}", "Rows that runs asked about.");

    public static Counter<long> Batches { get; } = s_meter.CreateCounter<long>(TypedExplainTelemetry.BatchesCounter, "{batch}", "Batches in which runs asked.");

    public static Counter<long> Caveats { get; } = s_meter.CreateCounter<long>(TypedExplainTelemetry.CaveatsCounter, "{caveat}", "Caveats of results, by name.");

    public static Counter<long> Refusals { get; } = s_meter.CreateCounter<long>(TypedExplainTelemetry.RefusalsCounter, "{refusal}", "Refusals, by the kind of their reason.");

    public static Counter<long> CacheHits { get; } = s_meter.CreateCounter<long>(TypedExplainTelemetry.CacheHitsCounter, "{row}", "Rows that were answered from memory.");

    public static Counter<long> CacheMisses { get; } = s_meter.CreateCounter<long>(TypedExplainTelemetry.CacheMissesCounter, "{row}", "Rows that a remembered model was asked about.");

    public static Histogram<double> Duration { get; } = s_meter.CreateHistogram<double>(TypedExplainTelemetry.DurationHistogram, "s", "How long explanations took.");

    public static Histogram<double> Fit { get; } = s_meter.CreateHistogram<double>(TypedExplainTelemetry.FitHistogram, "1", "Weighted R² of surrogates.");

    public static Gauge<long> BudgetCalls { get; } = s_meter.CreateGauge<long>(TypedExplainTelemetry.BudgetCallsGauge, "{request}", "Requests that are left of a budget.");

    public static Gauge<long> BudgetRows { get; } = s_meter.CreateGauge<long>(TypedExplainTelemetry.BudgetRowsGauge, "{row}", "Rows that are left of a budget.");

    /// <summary>Whether anyone listens to what runs tell.</summary>
    public static bool AreOfRuns => Source.HasListeners() || Explanations.Enabled || Queries.Enabled || Batches.Enabled || Caveats.Enabled || Refusals.Enabled || Duration.Enabled || Fit.Enabled;
}
