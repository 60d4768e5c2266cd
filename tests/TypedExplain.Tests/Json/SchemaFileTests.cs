using System.Text.Json;
using TypedExplain.Tests.Hidden;
using TypedExplain.Tests.Json.Versions;

namespace TypedExplain.Tests.Json;

/// <summary>The JSON Schema files are held to what is written: no text has more than they say, and they say nothing that no text has.</summary>
public class SchemaFileTests
{
    [Fact]
    public void Texts_keep_their_schemas_and_no_schema_says_more()
    {
        SchemaCheck check = new();
        string[] withheld = [Settings.Ill.ToJson(ProtectedValues.Withheld), .. Withheld().Select(result => result.ToJson(ProtectedValues.Withheld))];
        foreach (string json in (string[])[.. StoredResults.Names.Select(StoredResults.Text), Settings.Loan.ToJson(), .. RareMembers(), .. Receipts(), .. withheld])
        {
            JsonElement root = JsonDocument.Parse(json).RootElement;
            Assert.Empty(check.Faults(json, (root.TryGetProperty("$schema", out JsonElement schema) ? schema : root.GetProperty("predicateType")).GetString()!.Split('/')[^1]));
        }

        // Those of TypedExplain.Batch, TypedExplain.Testing, TypedExplain.Decisions and TypedExplain.Reports are held to their texts beside their packages.
        string[] files = [.. Directory.EnumerateFiles(SchemaCheck.Folder).Select(file => Path.GetFileName(file)!).Except(["job.v1.json", "merged.v1.json", "shard.v1.json", "model-diff.v1.json", "picture.v1.json", "reason-report.v1.json", "reasons.v1.json", "recourse.v1.json"]).Order(StringComparer.Ordinal)];
        Assert.Equal(11, files.Length);
        Assert.Empty(files.SelectMany(check.Declared).Except(check.Met));
    }

    [Fact]
    public void Names_are_those_of_the_code()
    {
        JsonElement defs = JsonDocument.Parse(File.ReadAllText(Path.Combine(SchemaCheck.Folder, "common.v1.json"))).RootElement.GetProperty("$defs");

        Assert.Equal(Enum.GetNames<Caveats>().Except([nameof(Caveats.None)]), Names(defs.GetProperty("caveats").GetProperty("items")));
        Assert.Equal(Enum.GetNames<LinkFunction>(), Names(defs.GetProperty("link")));
        Assert.Equal(Enum.GetNames<TrustStrategy>(), Names(defs.GetProperty("trustRegionSearch").GetProperty("properties").GetProperty("strategy")));
        Assert.Equal(Enum.GetNames<TrustRegionEnd>(), Names(JsonDocument.Parse(File.ReadAllText(Path.Combine(SchemaCheck.Folder, "trust-region.v1.json"))).RootElement.GetProperty("properties").GetProperty("end")));
        Assert.Equal(Enum.GetNames<SolveStatus>(), Names(defs.GetProperty("convergence").GetProperty("properties").GetProperty("status")));
        Assert.Equal(Enum.GetNames<LostPart>(), Names(defs.GetProperty("rowLoss").GetProperty("properties").GetProperty("members").GetProperty("items").GetProperty("properties").GetProperty("part")));
    }

    /// <summary>The check itself finds what is wrong.</summary>
    [Theory]
    [InlineData("\"queries\":200", "\"queries\":-1", "minimum")]
    [InlineData("\"queries\":200", "\"queries\":\"200\"", "integer")]
    [InlineData("\"queries\":200", "\"asked\":200", "required")]
    [InlineData("\"queries\":200", "\"queries\":200,\"asked\":200", "asked is no member")]
    [InlineData("\"link\":\"Identity\"", "\"link\":\"Other\"", "enum")]
    [InlineData("\"version\":1", "\"version\":2", "const")]
    [InlineData("\"prediction\":", "\"prediction\":\"NaN\",\"x\":", "oneOf")]
    public void A_text_that_is_wrong_is_found(string old, string replacement, string fault) =>
        Assert.Contains(new SchemaCheck().Faults(Settings.Loan.ToJson().Replace(old, replacement, StringComparison.Ordinal), "explanation.v1.json"), found => found.Contains(fault, StringComparison.Ordinal));

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(name => name.GetString()!);

    private static IEnumerable<string> Receipts()
    {
        yield return Receipt.Of(Settings.Loan, Settings.Credit).ToJson();
        yield return Receipt.Of(Settings.Loan, Settings.Credit.Identified("credit", "2026-11", new string('a', 64)), null, ReceiptContent.HashedInstance).ToJson();
    }

    private static IEnumerable<IJsonResult> Withheld()
    {
        GaussianNeighborhood<Patient> around = new() { Background = Settings.Patients, Samples = 60 };
        IModel<Patient> model = Model.From<Patient>(patient => patient.Viral / 7e4);
        yield return new KernelShap<Patient> { Background = Settings.Patients }.Values(model, Settings.Patients[0]);
        yield return new KernelShap<Patient> { Background = Settings.Patients }.Interactions(model, Settings.Patients[0]);
        yield return new Certifier<Patient> { Explainer = new Lime<Patient> { Neighborhood = around }, Standard = new() { MinimumFit = -1 } }.Explain(model, Settings.Patients[0]);
        yield return new Lime<Patient> { Neighborhood = around }.Explain(model, Settings.Patients[0]).TrustRegion(model);
        PortfolioSummary<Patient> summary = new(new() { Background = Settings.Patients, Segments = [FeatureSchema.Of<Patient>().Features[0]] });
        summary.Add(new KernelShap<Patient> { Background = Settings.Patients }.Values(model, Settings.Patients[0]));
        yield return summary;
        yield return new Consensus<Patient> { Explainers = [new Lime<Patient> { Neighborhood = around }, new Linex<Patient> { Neighborhood = around }] }.Explain(model, Settings.Patients[0]);
    }

    /// <summary>Texts with what few explanations have.</summary>
    private static IEnumerable<string> RareMembers()
    {
        Dataset<Kept> background = new(Enumerable.Range(1, 60).Select(Kept.Example));
        GaussianNeighborhood<Kept> around = new() { Background = background, Samples = 60 };

        TrustRegionSearch search = new() { AnswerSpread = 1, MinimumFidelity = 0.5 };
        IModel<Kept> age = Model.From<Kept>(kept => kept.Age / 100.0);
        yield return new Certifier<Kept> { Explainer = new Lime<Kept> { Neighborhood = around }, Standard = new() { MinimumFit = -1, MinimumTrustHalfWidth = 0.1, TrustRegion = search } }.Explain(age, background[3]).ToJson();

        // A model that answers with 0 and 1 has no log odds, and one that looks at the key answers by what no row holds.
        yield return new Lime<Kept> { Neighborhood = around, Link = LinkFunction.Logit }.Explain(Model.From<Kept>(kept => kept.Age > 40 ? 1 : kept.Age / 100.0).As(OutputKind.Probability), background[3]).ToJson();
        yield return new Lime<Kept> { Neighborhood = around }.Explain(Model.From<Kept>(kept => kept.Since.Ticks % 10).As(OutputKind.Amount("EUR")), background[3]).ToJson();
        Dataset<Clock> clocks = new(Enumerable.Range(1, 9).Select(i => new Clock(new DateTimeOffset(2024, 1, i, 0, 0, 0, TimeSpan.FromHours(2)), i * i)));
        yield return new Lime<Clock> { Neighborhood = new GaussianNeighborhood<Clock> { Background = clocks } }.Explain(Model.From<Clock>(clock => clock.Hand), clocks[0]).ToJson();
        yield return new KernelShap<Kept> { Background = background, Samples = 200, ExactUpTo = 0 }.Values(Model.From<Kept>(kept => kept.Since.Ticks % 10), background[3]).ToJson();
    }
}

/// <summary>An instant with an offset, which no column holds.</summary>
[FeatureRecord]
public sealed partial record Clock(DateTimeOffset At, double Hand);
