using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TypedExplain.Hosting.Tests.App;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Hosting.Tests.Telemetry;

/// <summary>Values of an instance never appear in a log, a span, a metric or a problem document, whatever the record.</summary>
public class SecretTests
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NoValueLeaves(Animal animal) => animal.Obeys(new Canaries());

    private sealed class Canaries : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T> => CheckAsync<T>().GetAwaiter().GetResult();

        private static async Task CheckAsync<T>()
            where T : IFeatureRecord<T>
        {
            ConcurrentQueue<string> told = new();
            List<Activity> spans = [];
            List<Metric> metrics = [];
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders().AddProvider(new Listener(told)).SetMinimumLevel(LogLevel.Trace);
            builder.Services.AddOpenTelemetry()
                .WithTracing(tracing => tracing.SetSampler(new AlwaysOnSampler()).AddSource("TypedExplain").AddInMemoryExporter(spans))
                .WithMetrics(meters => meters.AddMeter("TypedExplain").AddInMemoryExporter(metrics));
            Twin<T> twin = new();
            Random random = new(5);
            int asked = 0;
            builder.Services.AddTypedExplain()
                .AddModel(_ => Model.From<T>(_ => Interlocked.Increment(ref asked) % 400 == 399 ? double.NaN : asked % 7))
                .AddBackground(_ => new Dataset<T>(Enumerable.Range(0, 30).Select(_ => twin.Random(random))))
                .AddExplainer<T>(options => (options.Samples, options.MaxQueries) = (40, 200))
                .UseCache().UseReceipts(_ => new FileReceiptLog(Path.Combine(Directory.CreateTempSubdirectory().FullName, "log.jsonl"))).UseLogging().UseOpenTelemetry();
            WebApplication app = builder.Build();
            app.MapExplanations<T>("/t");
            await app.StartAsync();
            HttpClient client = app.GetTestClient();

            (string body, string[] canaries) = Bodies.Of<T>();
            foreach (string wrong in (string[])[body, Bodies.Broken(body)])
            {
                foreach (string question in (string[])["explanation", "plan", "page", "reasons"])
                {
                    using HttpResponseMessage response = await client.PostAsync(new Uri($"/t/{question}", UriKind.Relative), TestApp.Body(wrong));
                    if (!response.IsSuccessStatusCode)
                        told.Enqueue(await response.Content.ReadAsStringAsync());
                }
            }

            // Sources and meters are those of the process: once these two listeners are gone, what other tests do is not heard any more.
            app.Services.GetRequiredService<TracerProvider>().Shutdown();
            app.Services.GetRequiredService<MeterProvider>().Shutdown();
            await app.DisposeAsync();
            Assert.Contains(spans, span => span.DisplayName == "serve explanation");
            Assert.NotEmpty(metrics);
            string all = Text(told, spans, metrics);
            foreach (string canary in canaries)
                Assert.DoesNotContain(canary, all, StringComparison.OrdinalIgnoreCase);
        }

        private static string Text(IEnumerable<string> told, List<Activity> spans, List<Metric> metrics)
        {
            StringBuilder text = new();
            text.AppendJoin('\n', told).Append('\n');
            foreach (Activity span in spans)
                text.Append(CultureInfo.InvariantCulture, $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.Select(one => $"{one.Name} {string.Join(' ', one.Tags)}"))}\n");
            foreach (Metric metric in metrics)
            {
                text.Append(CultureInfo.InvariantCulture, $"{metric.Name} {metric.Description} {metric.Unit}");
                foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
                {
                    foreach (KeyValuePair<string, object?> tag in point.Tags)
                        text.Append(CultureInfo.InvariantCulture, $" {tag.Key}={tag.Value}");
                }

                text.Append('\n');
            }

            return text.ToString();
        }
    }

    private sealed class Listener(ConcurrentQueue<string> told) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => told.Enqueue($"{formatter(state, exception)} {state} {exception}");

        public void Dispose()
        {
        }
    }
}
