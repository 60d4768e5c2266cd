using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using TypedExplain.Hosting.Tests.App;
using TypedExplain.Tests.Support;

namespace TypedExplain.Hosting.Tests.Pages;

/// <summary>The code of docs/hosting.md is compiled, its configuration is read, and its answers are those of the service.</summary>
public class HostingPageTests
{
    private static readonly string s_path = Path.Combine(Repository.Root, "docs", "hosting.md"), s_page = File.ReadAllText(s_path);

    [Fact]
    public void Its_code_is_compiled()
    {
        string[] source = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "TypedExplain.Hosting.Tests", "Pages", "HostingPage.cs"));
        IEnumerable<string> lines = source.SkipWhile(line => !line.Contains("<page>", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.Contains("</page>", StringComparison.Ordinal));
        Assert.Equal(Block("csharp"), string.Join('\n', lines.Select(line => line.Length > 8 ? line[8..] : line)));
    }

    [Fact]
    public void The_readme_has_the_same_code() => Assert.Contains($"```csharp\n{Block("csharp")}\n```", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);

    [Fact]
    public async Task Its_answers_are_real()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Block("json"))));
        await using (WebApplication app = HostingPage.Made(builder, Path.Combine(folder, "receipts.jsonl")))
        {
            await app.StartAsync();
            HttpClient client = app.GetTestClient();
            MatchCollection asked = Regex.Matches(s_page, """```text\nPOST (?<path>\S+)\n(?<body>\{.*\})\n\n(?<answer>[^`]+)\n```""");
            Assert.Equal(2, asked.Count);
            foreach (Match one in asked)
            {
                using HttpResponseMessage response = await client.PostAsync(new Uri(one.Groups["path"].Value, UriKind.Relative), TestApp.Body(one.Groups["body"].Value));
                string told = Told(await response.Content.ReadAsStringAsync());
                if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
                    await File.WriteAllTextAsync(s_path, (await File.ReadAllTextAsync(s_path)).Replace(one.Groups["answer"].Value, told, StringComparison.Ordinal));
                else
                    Assert.Equal(one.Groups["answer"].Value, told);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>An answer as the page shows it: without what differs from run to run, and long parts left out.</summary>
    private static string Told(string json)
    {
        JsonElement root = JsonDocument.Parse(json).RootElement;
        if (!root.TryGetProperty("result", out JsonElement result))
            return Regex.Replace(json, ",\"traceId\":\"[^\"]+\"", "").Replace(",\"errors\"", ",\n\"errors\"", StringComparison.Ordinal);
        StringBuilder text = new();
        text.Append($"{{\"remembered\":{root.GetProperty("remembered").GetRawText()},\"receipt\":{{\"sequence\":{root.GetProperty("receipt").GetProperty("sequence")}, …}},\n");
        text.Append($"\"result\":{{\"outcome\":{result.GetProperty("outcome").GetRawText()}, … \"features\":[");
        foreach (JsonElement feature in result.GetProperty("explanation").GetProperty("features").EnumerateArray().Take(2))
            text.Append($"\n  {{\"name\":{feature.GetProperty("name").GetRawText()},\"value\":{feature.GetProperty("value").GetRawText()},\"effect\":{feature.GetProperty("effect").GetRawText()}, …}},");
        return text.Append(" …], …}}").ToString();
    }

    private static string Block(string language) => Regex.Match(s_page, $"```{language}\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
}
