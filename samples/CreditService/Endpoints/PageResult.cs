using System.Globalization;
using CreditService.Pages;

namespace CreditService.Endpoints;

/// <summary>Answers with pages; what the service refuses becomes a page, too.</summary>
public static class PageResult
{
    private const string Type = "text/html; charset=utf-8";

    /// <summary>A page.</summary>
    public static IResult Of(Html page, int status = StatusCodes.Status200OK) => Results.Text(page.ToString(), Type, statusCode: status);

    /// <summary>A page that asks the service.</summary>
    public static async Task<IResult> TryAsync(HttpContext http, Func<Task<IResult>> make)
    {
        try
        {
            return await make();
        }
        catch (ServiceOverloadedException error)
        {
            http.Response.Headers.RetryAfter = error.RetryAfter.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            return Of(ProblemPage.Of("The service is busy", $"Try again in {error.RetryAfter.TotalSeconds:0} seconds."), StatusCodes.Status429TooManyRequests);
        }
        catch (ReceiptLogException)
        {
            http.Response.Headers.RetryAfter = "5";
            return Of(ProblemPage.Of("Receipts cannot be kept", "No decision is given without its receipt. Try again later; /health says when the log is back."), StatusCodes.Status503ServiceUnavailable);
        }
        catch (TypedExplainException error)
        {
            return Of(ProblemPage.Of("This cannot be explained", error.Message), StatusCodes.Status422UnprocessableEntity);
        }
    }
}
