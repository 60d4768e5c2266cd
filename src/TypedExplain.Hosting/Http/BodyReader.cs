using System.Buffers;
using Microsoft.AspNetCore.Http;

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

    private static RefusedRequestException TooLong(int most) => new(StatusCodes.Status413PayloadTooLarge, "The body is too long", $"A record may have {most} bytes.");
}
