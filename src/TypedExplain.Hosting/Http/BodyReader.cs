using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TypedExplain.Hosting.Http;

/// <summary>Reads the body of a request, up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>The bytes of a body of JSON.</summary>
    /// <exception cref="RefusedRequestException">It is not JSON by its type, or too long.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, int most)
    {
        if (!http.Request.HasJsonContentType())
            throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, "The body is not JSON", "Send the record as application/json.");
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out MediaTypeHeaderValue? type) && type.Charset is { Length: > 0 } charset && !IsUtf8(charset))
            throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, "The body is not UTF-8", "JSON is sent as UTF-8; leave the charset out, or say utf-8.");
        if (http.Request.Headers.ContentEncoding.Count > 0 && !string.Equals(http.Request.Headers.ContentEncoding, "identity", StringComparison.OrdinalIgnoreCase))
            throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, "The body is compressed", "Send it without Content-Encoding, or have the application unpack it with UseRequestDecompression.");
        if (http.Request.ContentLength > most)
            throw TooLong(most);
        ArrayBufferWriter<byte> body = new((int)(http.Request.ContentLength ?? 4096) + 1);
        while (true)
        {
            int read = await http.Request.Body.ReadAsync(body.GetMemory(1024), http.RequestAborted).ConfigureAwait(false);
            if (read == 0)
                return body.WrittenMemory;
            body.Advance(read);
            if (body.WrittenCount > most)
                throw TooLong(most);
        }
    }

    private static bool IsUtf8(StringSegment charset)
    {
        string name = charset.ToString().Trim('"');
        return string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "us-ascii", StringComparison.OrdinalIgnoreCase);
    }

    private static RefusedRequestException TooLong(int most) => new(StatusCodes.Status413PayloadTooLarge, "The body is too long", $"A record may have {most} bytes.");
}
