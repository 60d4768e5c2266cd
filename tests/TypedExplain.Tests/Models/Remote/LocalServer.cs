using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TypedExplain.Tests.Models.Remote;

/// <summary>A server on this machine that answers every post as a test wants, badly too.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, string, Reply> _reply;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;
    private int _requests;

    public LocalServer(Func<int, string, Reply> reply)
    {
        _reply = reply;
        _listener.Start(200);
        _serving = Task.Run(Serve);
    }

    /// <summary>What is sent back: a status, a body, how much of it is sent before the line is cut (or goes silent, where negative), and whether it stalls first.</summary>
    public sealed record Reply(string Body, int Status = 200, int? CutAt = null, bool Stalls = false, string Headers = "", string Reason = "Said", byte[]? Bytes = null)
    {
        /// <summary>Whether the body is sent again and again, without an end.</summary>
        public bool Repeats { get; init; }

        /// <summary>Whether the body is sent byte by byte.</summary>
        public bool Drips { get; init; }
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/score");

    public int Requests => Volatile.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task Serve()
    {
        List<Task> open = [];
        try
        {
            while (true)
                open.Add(Answer(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception error) when (_end.IsCancellationRequested && error is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task Answer(TcpClient client)
    {
        using TcpClient own = client;
        try
        {
            NetworkStream stream = client.GetStream();
            string body = await Body(stream);
            Reply reply = _reply(Interlocked.Increment(ref _requests), body);
            if (reply.Stalls)
                await Task.Delay(Timeout.Infinite, _end.Token);
            byte[] bytes = reply.Bytes ?? Encoding.UTF8.GetBytes(reply.Body);
            string length = reply.Repeats || reply.Headers.Contains("Content-Length", StringComparison.Ordinal) ? "" : $"Content-Length: {bytes.Length}\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {reply.Status} {reply.Reason}\r\n{reply.Headers}{length}Connection: close\r\n\r\n"), _end.Token);
            while (reply.Repeats)
                await stream.WriteAsync(bytes, _end.Token);
            for (int i = 0; reply.Drips && i < bytes.Length; i++)
            {
                await stream.WriteAsync(bytes.AsMemory(i, 1), _end.Token);
                await Task.Delay(20, _end.Token);
            }

            await stream.WriteAsync(bytes.AsMemory(0, Math.Abs(reply.CutAt ?? bytes.Length)), _end.Token);
            if (reply.CutAt < 0)
                await Task.Delay(Timeout.Infinite, _end.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The client gave up, or the test is over.
        }
    }

    private async Task<string> Body(NetworkStream stream)
    {
        List<byte> read = [];
        byte[] buffer = new byte[65536];
        while (true)
        {
            int count = await stream.ReadAsync(buffer, _end.Token);
            if (count == 0)
                throw new IOException("closed");
            read.AddRange(buffer.AsSpan(0, count));
            string text = Encoding.ASCII.GetString([.. read]);
            int head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0)
                continue;
            int at = text.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase) + 16;
            if (at < 16)
                return "";
            int length = int.Parse(text[at..text.IndexOf('\r', at)], System.Globalization.CultureInfo.InvariantCulture);
            if (text.Length >= head + 4 + length)
                return text.Substring(head + 4, length);
        }
    }
}
