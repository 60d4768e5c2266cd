using CreditService.Applicants;
using CreditService.Deciding;
using CreditService.Forms;
using CreditService.Pages;
using TypedExplain.Reports;

namespace CreditService.Endpoints;

/// <summary>The pages of a clerk: the form, the decision, and its report.</summary>
public static class ClerkEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapClerk(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", (int? example) => PageResult.Of(ApplicationPage.Of(example >= 0 && example < KnownApplicants.First.Count ? FormValues<CreditApplication>.Of(KnownApplicants.First[example.Value]) : FormValues<CreditApplication>.Empty, [])));
        pages.MapPost("/edit", async (HttpContext http) => PageResult.Of(ApplicationPage.Of(await FormAsync(http), [])));
        pages.MapPost("/decision", (HttpContext http, DecisionDesk desk) => WithApplication(http, async application => PageResult.Of(DecisionPage.Of(await desk.DecideAsync(application, http.RequestAborted)))));
        pages.MapPost("/report", (HttpContext http, DecisionDesk desk, ReportAudience? audience) => WithApplication(http, async application =>
        {
            ReportPage report = await desk.ReportAsync(application, audience ?? default, http.RequestAborted);
            http.Response.Headers.ContentSecurityPolicy = PageSafety.ReportPolicy;
            return Results.Text(report.Html, "text/html; charset=utf-8");
        }));
    }

    private static Task<IResult> WithApplication(HttpContext http, Func<CreditApplication, Task<IResult>> make) => PageResult.TryAsync(http, async () =>
    {
        FormValues<CreditApplication> form = await FormAsync(http);
        return FormReader.Read(form, out IReadOnlyList<FieldError<CreditApplication>> errors) is { } application
            ? await make(application)
            : PageResult.Of(ApplicationPage.Of(form, errors));
    });

    private static async Task<FormValues<CreditApplication>> FormAsync(HttpContext http) =>
        http.Request.HasFormContentType ? FormValues<CreditApplication>.Of(await http.Request.ReadFormAsync(http.RequestAborted)) : FormValues<CreditApplication>.Empty;
}
