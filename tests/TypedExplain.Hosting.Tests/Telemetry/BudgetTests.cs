using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Decisions;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Telemetry;

/// <summary>What is left of a service's budget is told after every batch, by the name of its options.</summary>
public class BudgetTests
{
    private const long MaxRows = 5_000, MaxCalls = 60;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_left_is_heard(bool isAwaited)
    {
        // Other tests' budgets are heard too; theirs have other names.
        string name = isAwaited ? "awaited gauge" : "called gauge";
        List<(string Gauge, long Left)> heard = [];
        using MeterListener meters = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == TypedExplainTelemetry.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                if (tag.Key == TypedExplainTelemetry.BudgetNameTag && tag.Value as string == $"Applicant {name}")
                {
                    lock (heard)
                        heard.Add((instrument.Name, value));
                }
            }
        });
        meters.Start();

        ServiceCollection services = new();
        TypedExplainBuilder explain = services.AddTypedExplain();
        (isAwaited ? explain.AddAsyncModel(_ => new Slow(), name) : explain.AddModel(_ => Applicants.Model, name)).AddBackground(_ => Applicants.Known, name)
            .AddExplainer<Applicant>(options => (options.Samples, options.Decision) = (50, new() { Cutoff = 0.6 }), name).UseBudget(maxRows: MaxRows, maxCalls: MaxCalls);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IExplanationService<Applicant> service = provider.GetRequiredKeyedService<IExplanationService<Applicant>>(name);
        RecourseOutcome<Applicant> recourse = (await service.FindRecourseAsync(Applicants.Denied)).Result;
        long[] rows = Left(TypedExplainTelemetry.BudgetRowsGauge), calls = Left(TypedExplainTelemetry.BudgetCallsGauge);

        Assert.Equal(MaxRows - recourse.Queries, rows[^1]);
        Assert.Equal(MaxCalls - calls.Length, calls[^1]);
        Assert.Equal(rows.OrderDescending(), rows);
        Assert.Equal(calls.Length, rows.Length);
        _ = await service.StateReasonsAsync(Applicants.Denied);
        Assert.True(Left(TypedExplainTelemetry.BudgetRowsGauge)[^1] < rows[^1] - Applicants.Known.Count);

        long[] Left(string gauge)
        {
            lock (heard)
                return [.. heard.Where(one => one.Gauge == gauge).Select(one => one.Left)];
        }
    }
}
