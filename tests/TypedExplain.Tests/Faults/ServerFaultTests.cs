using System.IO.Compression;
using System.Net;
using System.Text;
using TypedExplain.Tests.Models.Remote;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Tests.Faults;

/// <summary>Everything that a server may answer: scores, or an error of the library in the time that was given.</summary>
public class ServerFaultTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, LocalServer.Reply> s_replies = new()
    {
        ["right"] = new("[0.5, 0.5]"),
        ["nothing"] = new(""),
        ["cut off"] = new("[0.5, 0.5]", CutAt: 4),
        ["cut off and silent"] = new("[0.5, 0.5]", CutAt: -4),
        ["stalls"] = new("[0.5, 0.5]", Stalls: true),
        ["drips"] = new("[0.5," + new string(' ', 60_000) + "0.5]") { Drips = true },
        ["without end"] = new(new string(' ', 65_536)) { Repeats = true },
        ["longer than it says"] = new("[0.5, 0.5]", Headers: "Content-Length: 3\r\n"),
        ["ten gigabytes"] = new("[0.5, 0.5]", Headers: "Content-Length: 10000000000\r\n"),
        ["a negative length"] = new("[0.5, 0.5]", Headers: "Content-Length: -5\r\n"),
        ["a bomb"] = new("", Headers: "Content-Encoding: gzip\r\n", Bytes: Bomb()),
        ["damaged gzip"] = new("", Headers: "Content-Encoding: gzip\r\n", Bytes: [1, 2, 3, 4]),
        ["an unknown packing"] = new("[0.5, 0.5]", Headers: "Content-Encoding: rar\r\n"),
        ["a page"] = new("<html>Welcome</html>"),
        ["deep"] = new(new string('[', 60_000)),
        ["one too few"] = new("[0.5]"),
        ["one too many"] = new("[0.5, 0.5, 0.5]"),
        ["ragged"] = new("[1, [2, 3, 4]]"),
        ["words"] = new("[\"a\", \"b\"]"),
        ["not numbers"] = new("[NaN, Infinity]"),
        ["a large exponent"] = new("[1e99999999999, 0]"),
        ["half a letter"] = new("[\"\\ud800\", 0]"),
        ["bytes"] = new("", Bytes: [0xFF, 0xFE, 0x00, 0xC3, 0x28]),
        ["null"] = new("null"),
        ["a redirect"] = new("", 302, Headers: "Location: http://127.0.0.1:9/\r\n"),
        ["a redirect with rows"] = new("", 307, Headers: "Location: http://127.0.0.1:9/\r\n"),
        ["a redirect to nowhere"] = new("", 301),
        ["unauthorized"] = new("who?", 401),
        ["not found"] = new("", 404),
        ["an error"] = new("oops", 500),
        ["busy for a year"] = new("", 503, Headers: "Retry-After: 31536000\r\n"),
        ["busy since long ago"] = new("", 429, Headers: "Retry-After: -1\r\n"),
        ["no status"] = new("[0.5, 0.5]", 0),
        ["a strange status"] = new("[0.5, 0.5]", 999),
    };

    [Fact]
    public async Task Hostile_servers()
    {
        FaultCount count = new("hostile server");
        using HttpClient client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        foreach ((string name, LocalServer.Reply reply) in s_replies)
        {
            await using LocalServer server = new((_, _) => reply);
            RemoteModel<Applicant> model = new(client, server.Address, "score") { Timeout = TimeSpan.FromMilliseconds(400), Pause = TimeSpan.Zero, Retries = 1 };
            count.Try(name, () => model.Score(Made<Applicant>.Rows.Select([0, 1]).Encoded, new double[2]), error => error is RemoteModelException);
        }

        count.Report(output.WriteLine);
    }

    private static byte[] Bomb()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (int i = 0; i < 50; i++)
                gzip.Write(blanks);
        }

        return packed.ToArray();
    }
}

/// <summary>A record to ask about.</summary>
[FeatureRecord]
public partial record Applicant([Numeric(0, 100)] double Income, bool IsNew);
