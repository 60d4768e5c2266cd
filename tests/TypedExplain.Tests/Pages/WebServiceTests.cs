using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages;

/// <summary>The sample of a service, asked over HTTP.</summary>
public sealed class WebServiceTests : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly string _folder = Directory.CreateTempSubdirectory("service").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_explains_keeps_a_receipt_and_replays_it()
    {
        string log = Path.Combine(_folder, "receipts.jsonl"), program = Path.Combine(Repository.Root, "samples", "WebService", "bin", Consumer.Configuration, "net10.0", "WebService.dll");
        using Process service = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", "--log", log]) { RedirectStandardOutput = true, WorkingDirectory = _folder })!;
        try
        {
            string? line;
            do
                line = await service.StandardOutput.ReadLineAsync();
            while (line is not null && !line.Contains(Listening, StringComparison.Ordinal));
            _ = service.StandardOutput.ReadToEndAsync();
            using HttpClient client = new() { BaseAddress = new(line!.Split(Listening)[1]) };

            HttpResponseMessage answer = await Post(client, 21_000);
            string json = await answer.Content.ReadAsStringAsync();
            JsonElement root = JsonDocument.Parse(json).RootElement, explanation = root.GetProperty("outcome").GetProperty("explanation");
            Assert.Equal(0, root.GetProperty("receipt").GetInt64());
            Assert.Equal("Income", explanation.GetProperty("features")[0].GetProperty("name").GetString());
            Assert.False(explanation.GetProperty("features")[4].TryGetProperty("value", out _));
            Assert.False(explanation.TryGetProperty("instance", out _));
            Assert.Equal("identical", await client.GetStringAsync("/receipts/0/replay"));

            HttpResponseMessage refused = await Post(client, -1);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("Applicant.Income", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/receipts/7/replay")).StatusCode);
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync();
        }

        Assert.Equal(1, new FileReceiptLog(log).Verify().Head.Count);
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, double income) =>
        client.PostAsync("/loans", new StringContent($$"""{"income":{{income}},"amount":9000,"term":24,"work":"Employed","age":41}""", Encoding.UTF8, "application/json"));
}
