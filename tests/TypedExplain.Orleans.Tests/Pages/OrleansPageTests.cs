using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;
using TypedExplain.Orleans.Tests.Support;
using TypedExplain.Tests.Support;

namespace TypedExplain.Orleans.Tests.Pages;

/// <summary>The code of docs/orleans.md is compiled and does what the page says.</summary>
public class OrleansPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "orleans.md"));

    [Fact]
    public void Its_code_is_compiled()
    {
        string[] source = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "TypedExplain.Orleans.Tests", "Pages", "OrleansPage.cs"));
        string[] blocks = [.. Regex.Matches(s_page, "```csharp\n(.*?)\n```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
        Assert.Equal([Lines("silo"), Lines("client")], blocks);

        string Lines(string mark) => string.Join('\n', source
            .SkipWhile(line => !line.Contains($"<{mark}>", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.Contains($"</{mark}>", StringComparison.Ordinal))
            .Select(line => line.Length > 8 ? line[8..] : line));
    }

    [Fact]
    public async Task It_does_what_the_page_says()
    {
        using TemporaryFolder folder = new();
        string rows = folder.Write("clients.csv", Clients.Csv(Clients.Many(40)));
        SharedStorage storage = new();
        await using InProcessTestCluster cluster = await Cluster.StartAsync(2, storage, silo =>
        {
            silo.Services.AddKeyedSingleton("redis", (services, _) => storage.Of(services.GetRequiredService<IGrainStorageSerializer>()));
            OrleansPage.Silo(silo, rows, folder.Of("results"));
        });
        List<string> told = await OrleansPage.Client(cluster.Client, Clients.Of(3));
        Assert.Equal("nightly: Done, 1 of 1 shard, 0 at work, 0 waiting, 40 of 40 rows, 0 refused, 0 bad", told[^2]);
        Assert.Contains($"\n{told[^2]}\n", s_page, StringComparison.Ordinal);
        Assert.Equal(Clients.Explainer.Explain(Clients.Model, Clients.Of(3)).ToJson(ProtectedValues.Withheld), told[^1]);
    }

    [Fact]
    public void Its_defaults_are_those_of_the_code()
    {
        ExplanationJobOptions options = new();
        foreach ((string name, string value) in new[] { ("LeaseTime", $"{options.LeaseTime.TotalSeconds} s"), ("HeartbeatTime", $"{options.HeartbeatTime.TotalSeconds} s"), ("MostTries", $"{options.MostTries}") })
            Assert.Contains($"| `{name}` | {value} |", s_page, StringComparison.Ordinal);
    }
}
