using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace TypedExplain.Remote;

/// <summary>What became of one request.</summary>
/// <param name="Answer">What was answered, whole; null where the request failed.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="MayPass">Whether another attempt may succeed.</param>
/// <param name="Error">What was thrown, or null.</param>
internal readonly record struct Attempt(byte[]? Answer, string Failure, bool MayPass, Exception? Error)
{
    private const int FirstServerError = 500;
    private const int ShownOfRefusal = 300;

    /// <summary>Posts a body and reads the answer to its end.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static Attempt Make(HttpClient client, Uri address, byte[] body, TimeSpan timeout, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            int status = (int)response.StatusCode;
            return response.IsSuccessStatusCode
                ? new(Content(response, limit.Token), "", false, null)
                : new(null, string.Create(CultureInfo.InvariantCulture, $"it answered {status} {response.ReasonPhrase}{Refusal(response, limit.Token)}"), status >= FirstServerError || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests, null);
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException)
        {
            cancellation.ThrowIfCancellationRequested();
            return limit.IsCancellationRequested || error is OperationCanceledException
                ? new(null, string.Create(CultureInfo.InvariantCulture, $"it had not answered after {timeout.TotalSeconds:0.###} s"), true, error)
                : new(null, (error.InnerException ?? error).Message.TrimEnd('.'), true, error);
        }
    }

    /// <summary>What a server says about a request that it refuses, shortened, and what it seems to want; empty where it says nothing.</summary>
    private static string Refusal(HttpResponseMessage response, CancellationToken limit)
    {
        byte[] beginning = new byte[ShownOfRefusal];
        int count;
        try
        {
            using CancellationTokenRegistration closing = limit.Register(response.Dispose);
            count = response.Content.ReadAsStream(limit).ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException)
        {
            // The status is what counts; the words are a help.
            return "";
        }

        string words = Encoding.UTF8.GetString(beginning.AsSpan(0, count)).ReplaceLineEndings(" ").Trim();
        return words.Length == 0 ? "" : $": {words}{(count == ShownOfRefusal ? "…" : "")}{Envelope.Demand(words)}";
    }

    /// <summary>Reads without leaving the thread. Where the server stalls, the response is closed under the reading.</summary>
    private static byte[] Content(HttpResponseMessage response, CancellationToken limit)
    {
        using CancellationTokenRegistration closing = limit.Register(response.Dispose);
        using MemoryStream content = new();
        response.Content.ReadAsStream(limit).CopyTo(content);
        limit.ThrowIfCancellationRequested();
        return content.ToArray();
    }
}
