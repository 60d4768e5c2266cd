using CreditService.Applicants;
using CreditService.Deciding;
using CreditService.Pages;
using CreditService.Validation;
using TypedExplain.Reports;

namespace CreditService.Endpoints;

/// <summary>The pages of who checks the model: the portfolio, drift, receipts and replays.</summary>
public static class ValidatorEndpoints
{
    private const int ReceiptsOfPage = 20;

    /// <summary>Maps them.</summary>
    public static void MapValidator(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder pages = app.MapGroup("/validator").ExcludeFromDescription();
        pages.MapGet("", (HttpContext http, KnownPortfolio known, ReceiptLog log, long? before) => PageResult.TryAsync(http, () => Task.Run(() => Overview(known, log, before))));
        pages.MapGet("/portfolio", async (HttpContext http, KnownPortfolio known) => ReportOf(http, new Report<CreditApplication>
        {
            Title = "The known applicants",
            Lines = [$"{KnownApplicants.All.Count.ToText()} applicants of earlier years, explained by TreeSHAP"],
        }.Portfolio((await known.WhenReady).Contributions)));
        pages.MapGet("/drift", (HttpContext http, KnownPortfolio known, IModel<CreditApplication> model, DecisionDesk desk, ReceiptLog log) => PageResult.TryAsync(http, async () =>
        {
            IReadOnlyList<CreditApplication> recent = await Task.Run(() => RecentApplicants.Of(log));
            return PageResult.Of(DriftPage.Of(await known.WhenReady, recent.Count == 0 ? null : await Task.Run(() => Portfolio.Of(model, recent, desk.Options.Decision!.Cutoff))));
        }));
        pages.MapGet("/audit", (HttpContext http, RecourseReview review) => PageResult.TryAsync(http, async () => PageResult.Of(AuditPage.Of(await review.WhenReady))));
        pages.MapPost("/receipts/{sequence:long:min(0)}/replay", (HttpContext http, IExplanationService<CreditApplication> service, ReceiptLog log, long sequence) => PageResult.TryAsync(http, async () =>
        {
            KeptReceipt? kept = await Task.Run(() => KeptReceipt.At(log, sequence));
            return kept is null
                ? PageResult.Of(ProblemPage.Of("There is no such receipt", "The list of the validator has all that there are."), StatusCodes.Status404NotFound)
                : PageResult.Of(ReplayPage.Of(kept, await service.ReplayAsync(kept.Receipt, http.RequestAborted)));
        }));
    }

    private static IResult Overview(KnownPortfolio known, ReceiptLog log, long? before)
    {
        long count = log.Head.Count;
        long from = Math.Clamp(before ?? count, 0, count);
        return PageResult.Of(ValidatorPage.Of(known.Ready, count, from, KeptReceipt.Latest(log, from, ReceiptsOfPage)));
    }

    private static IResult ReportOf(HttpContext http, ReportPage report)
    {
        http.Response.Headers.ContentSecurityPolicy = PageSafety.ReportPolicy;
        return Results.Text(report.Html, "text/html; charset=utf-8");
    }
}
