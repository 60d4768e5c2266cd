using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CreditService.Tests;

/// <summary>Spans and metrics go where one switch says.</summary>
public class TelemetryTests
{
    [Theory]
    [InlineData("console")]
    [InlineData("http://localhost:4317")]
    public async Task They_go_where_the_switch_says(string target)
    {
        await using WebApplication app = CreditApp.Create("--telemetry", target);
        Assert.NotNull(app.Services.GetService<MeterProvider>());
        Assert.NotNull(app.Services.GetService<TracerProvider>());

        // The spans of requests, too, since those within them are recorded with them.
        foreach (string name in (string[])["Microsoft.AspNetCore", TypedExplainTelemetry.SourceName])
        {
            using ActivitySource source = new(name);
            Assert.True(source.HasListeners(), name);
        }
    }

    [Fact]
    public async Task Without_it_there_are_none()
    {
        await using WebApplication app = CreditApp.Create();
        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("ftp://localhost")]
    public void What_is_neither_is_told(string target) => Assert.Contains("it must be console", Assert.Throws<InvalidOperationException>(() => CreditApp.Create("--telemetry", target)).Message, StringComparison.Ordinal);
}
