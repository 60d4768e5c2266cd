using CreditService.Applicants;
using Microsoft.Extensions.Options;
using TypedExplain.Reports;

namespace CreditService.Deciding;

/// <summary>Decides, and explains what it decided. Every result has its receipt before anybody sees it.</summary>
/// <param name="service">Explains.</param>
/// <param name="pages">Draws pages to print or to hand on.</param>
/// <param name="options">How it explains.</param>
public sealed class DecisionDesk(IExplanationService<CreditApplication> service, DecisionPages<CreditApplication> pages, IOptionsMonitor<ExplanationServiceOptions> options)
{
    /// <summary>How decisions are explained now.</summary>
    public ExplanationServiceOptions Options => options.Get(FeatureSchema.Of<CreditApplication>().Name);

    /// <summary>Decides on an application.</summary>
    public async Task<Decision> DecideAsync(CreditApplication application, CancellationToken cancellation) => new(
        application,
        await service.StateReasonsAsync(application, cancellation),
        await service.FindRecourseAsync(application, cancellation));

    /// <summary>A page on a decision, to print or to hand on.</summary>
    public async Task<ReportPage> ReportAsync(CreditApplication application, ReportAudience audience, CancellationToken cancellation) =>
        await pages.DrawAsync(application, new() { Audience = audience }, cancellation);
}
