using CreditService.Applicants;
using CreditService.Deciding;
using CreditService.Endpoints;
using CreditService.Pages;
using CreditService.Validation;
using CreditService.Watching;

namespace CreditService;

/// <summary>The application: what it is made of, and what it answers to.</summary>
public static class CreditApp
{
    /// <summary>Makes it.</summary>
    /// <param name="args">The command line: settings, <c>--receipts</c>, <c>--postgres</c> and <c>--telemetry</c>.</param>
    public static WebApplication Create(params string[] args)
    {
        // Settings lie beside the program, wherever it is started from.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton<DecisionDesk>();
        builder.Services.AddSingleton<KnownPortfolio>();
        builder.Services.AddSingleton<RecourseReview>();
        builder.Services.AddOpenApi();
        builder.Services.AddTelemetry(builder.Configuration);

        builder.Services.AddTypedExplain()
            .AddModel(_ => CreditModel.Train())
            .AddBackground(_ => KnownApplicants.All)
            .AddExplainer<CreditApplication>(builder.Configuration.GetSection("Explain:Loan"))
            .UseOpenTelemetry()
            .UseLogging()
            .UseCache()
            .UseReceipts(_ => ReceiptDatabase.Of(builder.Configuration))
            .UseBudget(rowsPerSecond: builder.Configuration.GetValue("Explain:RowsPerSecond", 5_000_000));

        WebApplication app = builder.Build();
        app.UseMiddleware<PageSafety>();
        app.MapExplanations<CreditApplication>("/loans");
        app.MapScore();
        app.MapClerk();
        app.MapValidator();
        app.MapStyle();
        app.MapHealthChecks("/health");
        app.MapOpenApi();
        return app;
    }
}
