using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace TypedExplain.Hosting.Http;

/// <summary>Errors as problem details (RFC 9457): what is wrong and what is allowed, feature by feature, and never a value of the instance.</summary>
internal static class Problems
{
    private const int SecondsUntilLog = 5;

    /// <summary>Answers with the problem of an error.</summary>
    /// <returns>Whether there is one; other errors are not this library's.</returns>
    public static async ValueTask<bool> TryWriteAsync(HttpContext http, Exception error)
    {
        if (http.Response.HasStarted || Of(error) is not { } problem)
            return false;
        http.Response.StatusCode = problem.Status!.Value;
        if (RetryAfter(error) is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        IProblemDetailsService problems = http.RequestServices.GetRequiredService<IProblemDetailsService>();
        if (await problems.TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem }).ConfigureAwait(false))
            return true;

        // Who takes only HTML, such as one who asks for a page, learns what is wrong all the same.
        http.Request.Headers.Accept = default;
        await problems.WriteAsync(new() { HttpContext = http, ProblemDetails = problem }).ConfigureAwait(false);
        return true;
    }

    private static ProblemDetails? Of(Exception error) => error switch
    {
        InvalidRecordException record => Invalid(record.Faults.Select(fault => (fault.Member, fault.Allowed))),
        InvalidFeatureException feature => Invalid([(feature.Feature, $"It must be {feature.Allowed}.")]),
        InvalidJsonException json => Problem(400, "The text cannot be read", json.Message),
        RefusedRequestException refused => Problem(refused.Status, refused.Title, refused.Remedy),
        ServiceOverloadedException => Problem(429, "Too many questions wait", "Ask again after the time that Retry-After says."),
        BudgetExhaustedException => Problem(503, "The budget of the model is used up", "No more rows may be asked of the model. Raise the budget of the service, or restart it."),
        ReceiptLogException => Problem(503, "The receipt cannot be kept", "The result is not given without it. Ask again later; the health check of the service says when the log is back."),
        RemoteModelException => Problem(502, "The model cannot be reached", "The service behind the model failed. Ask again later."),
        NoFitException => Problem(422, "There is no explanation", "No surrogate can be fitted near this record: all answers or all neighbors are the same."),
        InvalidOptionException option => Problem(501, "The service is not set up for this", option.Message),
        TypedExplainException => Problem(500, "The model cannot be explained", "The model gave an answer that is no finite number, or does not fit its record. The log of the service says which error it was."),
        _ => null,
    };

    private static HttpValidationProblemDetails Invalid(IEnumerable<(string Member, string Allowed)> faults)
    {
        Dictionary<string, string[]> errors = faults.GroupBy(fault => fault.Member, fault => fault.Allowed, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        return new(errors) { Status = 400, Title = "The record is not valid", Detail = "See errors for each member; the schema of the record says what is allowed." };
    }

    private static ProblemDetails Problem(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };

    private static int? RetryAfter(Exception error) => error switch
    {
        ServiceOverloadedException overloaded => (int)Math.Ceiling(overloaded.RetryAfter.TotalSeconds),
        ReceiptLogException => SecondsUntilLog,
        _ => null,
    };
}
