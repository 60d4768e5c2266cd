using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CreditService.Watching;

/// <summary>Where spans and metrics go: the console, a collector, or nowhere.</summary>
public static class Telemetry
{
    private const string Service = "credit-service";

    // The spans of requests. They must be listened to as well: OpenTelemetry leaves out what happens within a span that it does not record.
    private const string Requests = "Microsoft.AspNetCore";

    /// <summary>Sends them where the settings say.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="settings">The settings: <c>telemetry</c>, which is <c>console</c> or the address of a collector that takes OTLP by gRPC.</param>
    /// <exception cref="InvalidOperationException">The setting is neither.</exception>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (settings["telemetry"] is not { Length: > 0 } target)
            return;
        Uri? collector = target == "console" ? null
            : Uri.TryCreate(target, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address
            : throw new InvalidOperationException($"telemetry is \"{target}\"; it must be console, or the address of a collector such as http://localhost:4317.");
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Service))
            .WithTracing(spans => To(spans.AddSource(Requests, TypedExplainTelemetry.SourceName), collector))
            .WithMetrics(metrics => To(metrics.AddMeter(TypedExplainTelemetry.MeterName), collector));
    }

    private static TracerProviderBuilder To(TracerProviderBuilder spans, Uri? collector) =>
        collector is null ? spans.AddConsoleExporter() : spans.AddOtlpExporter(options => options.Endpoint = collector);

    private static MeterProviderBuilder To(MeterProviderBuilder metrics, Uri? collector) =>
        collector is null ? metrics.AddConsoleExporter() : metrics.AddOtlpExporter(options => options.Endpoint = collector);
}
