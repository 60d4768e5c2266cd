using System.Security.Cryptography;
using TypedExplain.Batch.Manifests;
using TypedExplain.Receipts.Logs;
using TypedExplain.Tests.Json;

namespace TypedExplain.Batch.Tests.Manifests;

/// <summary>What jobs write about themselves.</summary>
public class ManifestTests
{
    [Fact]
    public async Task TheyKeepTheirSchemasAndNoSchemaSaysMore()
    {
        using TemporaryFolder folder = new();
        SchemaCheck check = new();
        CsvSource<Client> source = new(folder.Write("clients.csv", Clients.Csv(Clients.Many(30))));
        ExplanationJob<Client> job = Clients.Job(source, folder.Of("one")) with { Receipts = true };
        await job.RunAsync();
        job.Merge();
        IModel<Client> plain = Model.From<Client>(Clients.Score);
        await (job with { Folder = folder.Of("two"), Model = plain, Receipts = false }).RunAsync();
        foreach ((string file, string schema) in (ReadOnlySpan<(string, string)>)[("one/job.json", "job"), ("two/job.json", "job"), ("one/part-00000-of-00002.manifest.json", "shard"), ("one/merged.json", "merged")])
        {
            string text = File.ReadAllText(folder.Of(file));
            Assert.Empty(check.Faults(text, schema + ".v1.json"));
            Assert.Equal(CanonicalJson.Of(text), text);
        }

        Assert.Empty(new[] { "job.v1.json", "shard.v1.json", "merged.v1.json" }.SelectMany(check.Declared).Except(check.Met));
    }

    [Fact]
    public void ARootOfLeavesThatComeOneByOneIsThatOfTheTree()
    {
        MerkleSum sum = new();
        List<byte[]> leaves = [];
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", sum.Root());
        for (int i = 0; i < 40; i++)
        {
            leaves.Add(SHA256.HashData([(byte)i]));
            sum.Add(leaves[^1]);
            Assert.Equal(Convert.ToHexStringLower(MerkleTree.Root(leaves.ToArray())), sum.Root());
        }
    }

    [Fact]
    public async Task NamesOfShardsAreInTheirOrderHoweverManyThereAre()
    {
        using TemporaryFolder folder = new();
        StreamSource<Client> source = new("clients", _ => throw new InvalidOperationException("Nothing is read."), [.. Enumerable.Range(0, 100_001).Select(i => $"shard {i}")]);
        JobPlan plan = await Clients.Job(source, folder.Of("out")).PlanAsync();
        Assert.Equal("part-000003-of-100001", plan.NameOf(3));
        Assert.True(string.CompareOrdinal(plan.NameOf(99_999), plan.NameOf(100_000)) < 0);
    }

    [Theory]
    [InlineData("\"rows\":20", "\"rows\":-1")]
    [InlineData("\"rows\":20", "\"rows\":\"20\"")]
    [InlineData("\"shard\":0", "\"shard\":1")]
    [InlineData("\"bytes\":", "\"bytes\":1")]
    [InlineData("shard.v1.json", "shard.v2.json")]
    [InlineData("\"root\":\"", "\"root\":\"0")]
    [InlineData("\"refused\":0", "\"refused\":3")]
    [InlineData("\"bad\":0", "\"bad\":3")]
    [InlineData("\"summarySha256\":", "\"summarySha25\":")]
    [InlineData("{", "")]
    public async Task AManifestThatWasEditedDoesNotCount(string old, string replacement)
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(30)))), folder.Of("out"));
        await job.RunAsync();
        string path = Path.Combine(folder.Of("out"), "part-00000-of-00002.manifest.json"), text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
        Assert.Single((await job.VerifyAsync(rows: 0)).Problems);
        Assert.Single((await job.RunAsync()).Redone);
        Assert.Equal(text, File.ReadAllText(path));
    }
}
