using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Hosting.Tests.Pages;

/// <summary>The program of docs/hosting.md. The lines between the marks stand there word for word.</summary>
internal static class HostingPage
{
    public static WebApplication Made(WebApplicationBuilder builder, string log)
    {
        // <page>
        builder.Services.AddOpenApi();
        builder.Services.AddTypedExplain()
            .AddModel(_ => Loans.Model)
            .AddBackground(_ => Loans.Load())
            .AddExplainer<LoanApplication>(builder.Configuration.GetSection("Explain:Loan"))
            .UseCache().UseBudget(rowsPerSecond: 50_000).UseReceipts(_ => new FileReceiptLog(log)).UseLogging().UseOpenTelemetry();

        WebApplication app = builder.Build();
        app.MapExplanations<LoanApplication>("/loans");
        app.MapHealthChecks("/health");
        app.MapOpenApi();
        // </page>
        return app;
    }

    /// <summary>What the page calls so.</summary>
    private static class Loans
    {
        public static IModel<LoanApplication> Model { get; } = TypedExplain.Model.From<LoanApplication>(TypedExplain.Tests.Support.Loans.Score).As(OutputKind.Probability).Identified("scorecard", "2026-11", new string('e', 64));

        public static Dataset<LoanApplication> Load() => TypedExplain.Tests.Support.Loans.Load();
    }
}
