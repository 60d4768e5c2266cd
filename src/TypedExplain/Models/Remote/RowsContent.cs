using System.Net;
using System.Net.Http.Headers;

namespace TypedExplain.Models.Remote;

/// <summary>Rows on their way to one address. Where a redirect would carry them to another, they are not written.</summary>
internal sealed class RowsContent : HttpContent
{
    private readonly byte[] _body;
    private readonly HttpRequestMessage _request;
    private readonly Uri _address;

    public RowsContent(byte[] body, HttpRequestMessage request)
    {
        (_body, _request, _address) = (body, request, request.RequestUri!);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Check();
        stream.Write(_body);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Check();
        return stream.WriteAsync(_body).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private void Check()
    {
        if (_request.RequestUri != _address)
            throw new RedirectedException();
    }
}
