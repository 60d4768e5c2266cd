using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedExplain.Errors;
using TypedExplain.Hosting.Services;
using TypedExplain.Reports;

namespace TypedExplain.Hosting.Http;

/// <summary>What the endpoints of one service do.</summary>
/// <param name="key">The key of the service.</param>
/// <param name="maxBodyBytes">How many bytes a record has at most.</param>
internal sealed class ExplanationHandlers<T>(string key, int maxBodyBytes)
    where T : IFeatureRecord<T>
{
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public delegate ValueTask<Served<TResult>> Ask<TResult>(IExplanationService<T> service, T record, CancellationToken cancellation)
        where TResult : class, IJsonResult;

    /// <summary>Handles a request; what goes wrong becomes a problem.</summary>
    public async Task HandleAsync(HttpContext http, Func<ExplanationHandlers<T>, HttpContext, Task> handle)
    {
        try
        {
            await handle(this, http).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception error)
        {
            if (!await Problems.TryWriteAsync(http, error).ConfigureAwait(false))
                throw;
            if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
                HostingLog.Problem(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("TypedExplain.Hosting"), T.Schema.Name, http.Response.StatusCode, ResultWords.Of(error));
        }
    }

    /// <summary>Answers a question about the record in the body.</summary>
    public async Task ServeAsync<TResult>(HttpContext http, Ask<TResult> ask)
        where TResult : class, IJsonResult
    {
        T record = await RecordAsync(http).ConfigureAwait(false);
        Served<TResult> served = await ask(Service(http), record, http.RequestAborted).ConfigureAwait(false);
        await ServedJson.WriteAsync(http, served, Core(http).Options.ProtectedValues, Receipts(http)).ConfigureAwait(false);
    }

    /// <summary>Tells what an explanation will ask.</summary>
    public async Task PlanAsync(HttpContext http)
    {
        T record = await RecordAsync(http).ConfigureAwait(false);
        await ServedJson.WriteAsync(http, Service(http).Plan(record)).ConfigureAwait(false);
    }

    /// <summary>Draws a page on the decision.</summary>
    public async Task PageAsync(HttpContext http)
    {
        ReportAudience audience = Audience(http);
        T record = await RecordAsync(http).ConfigureAwait(false);
        _ = Service(http);
        ReportPage page = await http.RequestServices.GetRequiredKeyedService<DecisionPages<T>>(key).DrawAsync(record, new Report<T> { Audience = audience }, http.RequestAborted).ConfigureAwait(false);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        await http.Response.WriteAsync(page.Html, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Gives a receipt.</summary>
    public Task ReceiptAsync(HttpContext http)
    {
        bool isWhole = Core(http).Options.ProtectedValues == ProtectedValues.Kept || !(T.Schema.Features.Any(feature => feature.IsProtected) || T.Schema.Media.Any(media => media.IsProtected));
        LogEntry entry = Entry(http);
        return ServedJson.WriteAsync(http, entry, isWhole && IsOwn(entry));
    }

    /// <summary>Makes the result of a receipt again.</summary>
    public async Task ReplayAsync(HttpContext http) =>
        await ServedJson.WriteAsync(http, await Service(http).ReplayAsync(Receipt<T>.FromJson(Entry(http).Json), http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);

    private static ReportAudience Audience(HttpContext http)
    {
        if (!http.Request.Query.TryGetValue("audience", out Microsoft.Extensions.Primitives.StringValues words))
            return default;
        return Enum.GetValues<ReportAudience>().Cast<ReportAudience?>().FirstOrDefault(audience => string.Equals(audience.ToString(), words.ToString(), StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedRequestException(StatusCodes.Status400BadRequest, "There is no such audience", $"audience must be one of {string.Join(", ", Enum.GetNames<ReportAudience>())}.");
    }

    private static string Receipts(HttpContext http)
    {
        string path = http.Request.PathBase + http.Request.Path;
        return $"{path[..path.LastIndexOf('/')]}/receipts";
    }

    private async ValueTask<T> RecordAsync(HttpContext http) => JsonRecord.Read<T>((await BodyReader.ReadAsync(http, maxBodyBytes).ConfigureAwait(false)).Span);

    private LogEntry Entry(HttpContext http)
    {
        ReceiptLog log = http.RequestServices.GetKeyedService<KeptReceipts<T>>(key)?.Log
            ?? throw new RefusedRequestException(StatusCodes.Status404NotFound, "No receipts are kept", "Add UseReceipts to the service.");
        long sequence = long.Parse((string)http.Request.RouteValues["sequence"]!, CultureInfo.InvariantCulture);
        return log.Read(sequence).FirstOrDefault()
            ?? throw new RefusedRequestException(StatusCodes.Status404NotFound, "There is no such receipt", string.Create(CultureInfo.InvariantCulture, $"The log has {log.Head.Count} {Noun.Of(log.Head.Count, "receipt")}, from 0 on."));
    }

    /// <summary>Whether a receipt is of this record; a log may have those of others, and what of them may be told is not this service's to know.</summary>
    private static bool IsOwn(LogEntry entry)
    {
        try
        {
            _ = Receipt<T>.FromJson(entry.Json);
            return true;
        }
        catch (InvalidJsonException)
        {
            return false;
        }
    }

    private IExplanationService<T> Service(HttpContext http) => http.RequestServices.GetKeyedService<IExplanationService<T>>(key)
        ?? throw new InvalidOptionException($"There is no service of {T.Schema.Name}{(key.Length == 0 ? "" : " by that name")}; register it with AddExplainer<{T.Schema.Name}>.");

    private ExplanationService<T> Core(HttpContext http) => http.RequestServices.GetRequiredKeyedService<ExplanationService<T>>(key);
}
