using System.Globalization;
using System.Net;
using System.Text;

namespace TypedExplain.Models.Remote;

/// <summary>What became of one request.</summary>
/// <param name="Answer">What was answered, whole; null where the request failed.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="MayPass">Whether another attempt may succeed.</param>
/// <param name="Error">What was thrown, or null.</param>
internal readonly record struct Attempt(byte[]? Answer, string Failure, bool MayPass, Exception? Error)
{
    private const int FirstServerError = 500;
    private const int ShownOfRefusal = 300;

    /// <summary>How long the server asks to wait before the next attempt; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Whether the client was led to another address.</summary>
    public bool IsRedirected { get; private init; }

    /// <summary>Whether the time for all attempts ended during this one.</summary>
    public bool IsLate { get; private init; }

    /// <summary>Posts a body and reads the answer to its end. What is not awaited is done when this returns.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static async ValueTask<Attempt> Make(bool isAwaited, HttpClient client, Uri address, byte[] body, AttemptLimits limits, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(limits.Left);
        using HttpRequestMessage request = new(HttpMethod.Post, address);
        request.Content = new RowsContent(body, request);
        try
        {
            using HttpResponseMessage response = isAwaited
                ? await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false)
                : client.Send(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (request.RequestUri != address || request.Method != HttpMethod.Post)
                return Redirected(request.RequestUri);
            return response.IsSuccessStatusCode
                ? await Read(isAwaited, response, limits, limit.Token).ConfigureAwait(false)
                : await Refused(isAwaited, response, address, limits, limit.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException)
        {
            cancellation.ThrowIfCancellationRequested();
            if (error is RedirectedException || error.InnerException is RedirectedException)
                return Redirected(request.RequestUri);
            return limit.IsCancellationRequested || error is OperationCanceledException
                ? new(null, string.Create(CultureInfo.InvariantCulture, $"it had not answered after {limits.Whole.TotalSeconds:0.###} s"), true, error) { IsLate = limit.IsCancellationRequested }
                : new(null, (error.InnerException ?? error).Message.TrimEnd('.'), true, error);
        }
    }

    private static Attempt Redirected(Uri? other) => new(
        null,
        $"its client followed a redirect to {(other is null ? "another address" : RemoteAddress.Shown(other))}, where rows are not sent. Give the model that address, or a client whose handler has AllowAutoRedirect = false",
        false,
        null)
    {
        IsRedirected = true,
    };

    private static async ValueTask<Attempt> Refused(bool isAwaited, HttpResponseMessage response, Uri address, AttemptLimits limits, CancellationToken limit)
    {
        int status = (int)response.StatusCode;
        string name = limits.Quotes ? $" {response.ReasonPhrase}" : Enum.IsDefined(response.StatusCode) ? $" {response.StatusCode}" : "";
        string words = status / 100 == 3
            ? $"{(response.Headers.Location is { } other ? $", a redirect to {RemoteAddress.Shown(other.IsAbsoluteUri ? other : new Uri(address, other))}" : "")}; redirects are not followed: give the model the address that they lead to"
            : await Words(isAwaited, response, limits.Quotes, limit).ConfigureAwait(false);
        bool mayPass = status >= FirstServerError || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
        return new(null, string.Create(CultureInfo.InvariantCulture, $"it answered {status}{name}{words}"), mayPass, null) { RetryAfter = Asked(response) };
    }

    /// <summary>What a server says about a request that it refuses, shortened, if it may be passed on, and what the server seems to want; empty where it says nothing.</summary>
    private static async ValueTask<string> Words(bool isAwaited, HttpResponseMessage response, bool quotes, CancellationToken limit)
    {
        byte[] beginning = new byte[ShownOfRefusal];
        int count;
        try
        {
            using CancellationTokenRegistration closing = limit.Register(response.Dispose);
            count = isAwaited
                ? await (await response.Content.ReadAsStreamAsync(limit).ConfigureAwait(false)).ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, limit).ConfigureAwait(false)
                : response.Content.ReadAsStream(limit).ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException or InvalidDataException)
        {
            // The status is what counts; the words are a help.
            return "";
        }

        string words = Encoding.UTF8.GetString(beginning.AsSpan(0, count)).ReplaceLineEndings(" ").Trim();
        return words.Length == 0 ? "" : (quotes ? $": {words}{(count == ShownOfRefusal ? "…" : "")}" : "") + Envelope.Demand(words);
    }

    private static TimeSpan? Asked(HttpResponseMessage response)
    {
        TimeSpan? asked = response.Headers.RetryAfter is not { } after ? null : after.Delta ?? (after.Date - TimeProvider.System.GetUtcNow());
        return asked > TimeSpan.Zero ? asked : null;
    }

    /// <summary>Reads no more than scores can take, and without leaving the thread unless it is awaited. Where the server stalls, the response is closed under the reading.</summary>
    private static async ValueTask<Attempt> Read(bool isAwaited, HttpResponseMessage response, AttemptLimits limits, CancellationToken limit)
    {
        Attempt tooLong = new(null, string.Create(CultureInfo.InvariantCulture, $"it answered more than {limits.MostBytes} bytes, too many for the scores that were asked for"), false, null);
        if (response.Content.Headers.ContentLength > limits.MostBytes)
            return tooLong;
        using CancellationTokenRegistration closing = limit.Register(response.Dispose);
        using MemoryStream content = new();
        byte[] part = new byte[1 << 14];
        try
        {
            Stream stream = isAwaited ? await response.Content.ReadAsStreamAsync(limit).ConfigureAwait(false) : response.Content.ReadAsStream(limit);
            for (int count; (count = isAwaited ? await stream.ReadAsync(part, limit).ConfigureAwait(false) : stream.Read(part)) > 0;)
            {
                content.Write(part, 0, count);
                if (content.Length > limits.MostBytes)
                    return tooLong;
                limit.ThrowIfCancellationRequested();
            }
        }
        catch (InvalidDataException error)
        {
            return new(null, "its answer is compressed and damaged", true, error);
        }

        limit.ThrowIfCancellationRequested();
        return new(content.ToArray(), "", false, null);
    }
}
