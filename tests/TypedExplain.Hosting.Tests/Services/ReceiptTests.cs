using System.Data.Common;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Services;

/// <summary>What is acknowledged has a receipt in the log; without one nothing is given.</summary>
public sealed class ReceiptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string LogPath => Path.Combine(_folder, "receipts.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_question_has_a_receipt_that_replays()
    {
        await using TestApp app = await TestApp.StartAsync(service => service.UseReceipts(_ => new FileReceiptLog(LogPath)));
        string[] questions = ["explanation", "contributions", "reasons", "recourse"];
        foreach ((int i, string question) in questions.Index())
        {
            using HttpResponseMessage response = await app.PostAsync($"/loans/{question}", Applicants.Denied);
            Assert.Equal($"/loans/receipts/{i}", response.Headers.Location!.ToString());
            JsonElement receipt = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("receipt");
            Assert.Equal(i, receipt.GetProperty("sequence").GetInt64());
            JsonElement kept = await app.GetAsync($"/loans/receipts/{i}");
            Assert.Equal(receipt.GetProperty("id").GetString(), kept.GetProperty("id").GetString());

            // The record has a protected feature, whose value is not told.
            Assert.False(kept.TryGetProperty("receipt", out _));
            using HttpResponseMessage replay = await app.PostAsync($"/loans/receipts/{i}/replay", "");
            Assert.Equal("""{"identical":true,"outcome":"identical"}""", await replay.Content.ReadAsStringAsync());
        }

        Assert.True(new FileReceiptLog(LogPath).Verify().IsIntact);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync(new Uri("/loans/receipts/4", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Contributions_that_are_read_off_trees_have_receipts_too()
    {
        Forest<Applicant> forest = new RandomForest<Applicant> { Trees = 5, Seed = 1 }.Train(Applicants.Known.WithTarget(Applicants.Known.Rows.Select(Applicants.Score)));
        await using TestApp app = await TestApp.StartAsync(service => service.UseBudget(rowsPerSecond: 1e9).UseReceipts(_ => new FileReceiptLog(LogPath)), model: forest);
        JsonElement answer = await app.AnswerAsync("/loans/contributions", Applicants.Denied);
        Assert.Contains("TreeShap", answer.GetProperty("result").GetProperty("explainer").GetRawText(), StringComparison.Ordinal);
        using HttpResponseMessage replay = await app.PostAsync("/loans/receipts/0/replay", "");
        Assert.Equal("""{"identical":true,"outcome":"identical"}""", await replay.Content.ReadAsStringAsync());
        using HttpResponseMessage page = await app.PostAsync("/loans/page", Applicants.Denied);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_whole_receipt_is_given_where_protected_values_may_be_told()
    {
        await using TestApp app = await TestApp.StartAsync(service => service.UseReceipts(_ => new FileReceiptLog(LogPath)), new(TestApp.Options) { ["Explain:ProtectedValues"] = "Kept" });
        await app.AnswerAsync("/loans/explanation", Applicants.Denied);
        Receipt<Applicant> receipt = Receipt<Applicant>.FromJson((await app.GetAsync("/loans/receipts/0")).GetProperty("receipt").GetRawText());
        Assert.IsType<Identical>(receipt.Replay(Applicants.Model, Applicants.Known));
    }

    [Fact]
    public async Task A_log_of_several_records_tells_each_its_own()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        TypedExplainBuilder explained = builder.Services.AddTypedExplain().AddModel(_ => Applicants.Model).AddBackground(_ => Applicants.Known)
            .AddModel<Parcel>(_ => Model.From<Parcel>(parcel => parcel.Weight).Identified("postage", "1", new string('d', 64)));
        explained.AddExplainer<Applicant>(options => options.Samples = 100).UseReceipts(_ => new FileReceiptLog(LogPath));
        explained.AddExplainer<Parcel>(options => options.Samples = 100).UseReceipts(_ => new FileReceiptLog(LogPath));
        await using WebApplication app = builder.Build();
        app.MapExplanations<Applicant>("/loans");
        app.MapExplanations<Parcel>("/parcels");
        await app.StartAsync();
        using HttpClient client = app.GetTestClient();
        (await client.PostAsync(new Uri("/loans/explanation", UriKind.Relative), TestApp.Body(JsonRecord.Write(Applicants.Denied)))).EnsureSuccessStatusCode();
        (await client.PostAsync(new Uri("/parcels/explanation", UriKind.Relative), TestApp.Body("""{"Weight":3,"Size":2}"""))).EnsureSuccessStatusCode();

        // What is protected in the other record is not told by a service whose record has nothing to protect.
        Assert.DoesNotContain("\"receipt\":", await client.GetStringAsync(new Uri("/parcels/receipts/0", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("\"receipt\":", await client.GetStringAsync(new Uri("/parcels/receipts/1", UriKind.Relative)), StringComparison.Ordinal);
        using HttpResponseMessage replay = await client.PostAsync(new Uri("/parcels/receipts/0/replay", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.BadRequest, replay.StatusCode);
        string told = await replay.Content.ReadAsStringAsync();
        Assert.DoesNotContain("15000", told, StringComparison.Ordinal);
        Assert.Contains("Parcel", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_lose_and_double_nothing()
    {
        await using TestApp app = await TestApp.StartAsync(service => service.UseReceipts(_ => new FileReceiptLog(LogPath)));
        Served<ShapValues<Applicant>>[] served = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => app.Service.ContributeAsync(Applicants.Example(i)).AsTask()));
        LogEntry[] entries = [.. new FileReceiptLog(LogPath).Read()];
        Assert.Equal(60, entries.Length);
        foreach (Served<ShapValues<Applicant>> one in served)
            Assert.Equal(one.Result.ToJson(), ((ShapValues<Applicant>)Receipt<Applicant>.FromJson(entries[one.Receipt!.Sequence].Json).Result!).ToJson());
    }

    [Fact]
    public async Task A_remembered_result_has_the_receipt_that_it_had()
    {
        await using TestApp app = await TestApp.StartAsync(service => service.UseCache().UseReceipts(_ => new FileReceiptLog(LogPath)));
        Assert.Equal((await app.Service.ExplainAsync(Applicants.Denied)).Receipt, (await app.Service.ExplainAsync(Applicants.Denied)).Receipt);
        Assert.Single(new FileReceiptLog(LogPath).Read());
    }

    [Fact]
    public async Task Without_the_log_nothing_is_given_and_the_health_check_says_so()
    {
        Failing database = new(Path.Combine(_folder, "receipts.db"));
        await using TestApp app = await TestApp.StartAsync(service => service.UseReceipts(_ => new DatabaseReceiptLog(database.Connect)));
        await app.AnswerAsync("/loans/explanation", Applicants.Example(0));
        database.IsGone = true;
        using HttpResponseMessage response = await app.PostAsync("/loans/explanation", Applicants.Denied);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(5, response.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using HttpResponseMessage health = await app.Client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);

        // Once it is back, so is the service, and the log has what was acknowledged.
        database.IsGone = false;
        JsonElement answer = await app.AnswerAsync("/loans/explanation", Applicants.Denied);
        Assert.Equal(1, answer.GetProperty("receipt").GetProperty("sequence").GetInt64());
        Assert.Equal("Healthy", await app.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    [Fact]
    public async Task The_canary_tells_when_results_are_others()
    {
        string canary = Path.Combine(_folder, "canary.json");
        Certifier<Applicant> certifier = new() { Explainer = new Linex<Applicant> { Neighborhood = new GaussianNeighborhood<Applicant> { Background = Applicants.Known, Samples = 100 } } };
        await File.WriteAllTextAsync(canary, Receipt.Of(certifier.Explain(Applicants.Model, Applicants.Denied), Applicants.Model, (WeightedRows<Applicant>)Applicants.Known).ToJson());
        Dictionary<string, string?> options = new(TestApp.Options) { ["Explain:Canary"] = canary };
        await using (TestApp app = await TestApp.StartAsync(options: options))
            Assert.Equal("Healthy", await app.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
        IModel<Applicant> other = Model.From<Applicant>(applicant => Applicants.Score(applicant) - 0.001).As(OutputKind.Probability).Identified("scorecard", "2026-12", new string('d', 64));
        await using (TestApp app = await TestApp.StartAsync(options: options, model: other))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Client.GetAsync(new Uri("/health", UriKind.Relative))).StatusCode);
        foreach (string wrong in (string[])["{}", "nothing"])
        {
            await File.WriteAllTextAsync(canary, wrong);
            await using TestApp app = await TestApp.StartAsync(options: options);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Client.GetAsync(new Uri("/health", UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task A_model_whose_file_changes_is_told()
    {
        string file = Path.Combine(_folder, "model.txt");
        await File.WriteAllTextAsync(file, "one");
        await using TestApp app = await TestApp.StartAsync(more: builder => builder.Services.AddTypedExplain().AddModel(file, _ => Applicants.Model, "filed").AddExplainer<Applicant>(name: "filed"));
        Assert.Equal("Healthy", await app.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
        await File.WriteAllTextAsync(file, "another");
        Assert.Equal("Degraded", await app.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
        Assert.NotNull((await app.Services.GetRequiredKeyedService<IExplanationService<Applicant>>("filed").ExplainAsync(Applicants.Denied)).Result);
        await File.WriteAllTextAsync(file, "one");
        Assert.Equal("Healthy", await app.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    private sealed class Failing(string file)
    {
        public bool IsGone { get; set; }

        public DbConnection Connect() => IsGone ? throw new NoDatabaseException() : new SqliteConnection($"Data Source={file};Pooling=False");
    }

    private sealed class NoDatabaseException : DbException
    {
        public NoDatabaseException()
            : base("the password is secret")
        {
        }
    }
}
