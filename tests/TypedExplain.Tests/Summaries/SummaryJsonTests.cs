using System.Globalization;
using System.Text.RegularExpressions;
using TypedExplain.Tests.Hidden;
using TypedExplain.Tests.Json;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Summaries;

/// <summary>Shards are summarized by several processes: what they write is read and merged to the bit, and what is not theirs is refused.</summary>
public class SummaryJsonTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    private static SummaryOptions<LoanApplication> Options => new()
    {
        Background = s_loans,
        Segments = [.. FeatureSchema.Of<LoanApplication>().Features.Where(feature => feature.Name is "Housing" or "AnnualIncome")],
    };

    [Fact]
    public void Shards_that_were_written_and_read_merge_into_one_pass()
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 60 } };
        PortfolioSummary<LoanApplication> once = new(Options), merged = new(Options);
        for (int shard = 0; shard < 3; shard++)
        {
            PortfolioSummary<LoanApplication> part = new(Options);
            foreach (LoanApplication loan in s_loans.Rows.Skip(5 * shard).Take(5))
            {
                Explanation<LoanApplication> explanation = lime.Explain(model, loan);
                once.Add(explanation);
                part.Add(explanation);
            }

            foreach (PortfolioSummary<LoanApplication> summary in (PortfolioSummary<LoanApplication>[])[once, part])
            {
                summary.Add(new NotReached<Explanation<LoanApplication>>(3));
                summary.Add(new Failed<Explanation<LoanApplication>>(4, "row 4", new InvalidOperationException("No.")));
            }

            merged.Merge(PortfolioSummary<LoanApplication>.FromJson(part.ToJson(), Options));
        }

        Assert.Equal(SummaryText.Of(once), SummaryText.Of(merged));
        Assert.Equal(once.ToJson(), merged.ToJson());

        // What was read takes more, of the same explainer only.
        PortfolioSummary<LoanApplication> read = PortfolioSummary<LoanApplication>.FromJson(once.ToJson(), Options);
        foreach (PortfolioSummary<LoanApplication> summary in (PortfolioSummary<LoanApplication>[])[once, read])
            summary.Add(lime.Explain(model, s_loans[30]));
        Assert.Equal(once.ToJson(), read.ToJson());
        Assert.Throws<InvalidOptionException>(() => read.Add((lime with { Seed = 1 }).Explain(model, s_loans[30])));
    }

    [Fact]
    public void Nothing_and_the_ends_of_the_range_come_back()
    {
        PortfolioSummary<LoanApplication> summary = new();
        Assert.Equal(summary.ToJson(), PortfolioSummary<LoanApplication>.FromJson(summary.ToJson()).ToJson());
        foreach (double[] contributions in (double[][])[[double.MaxValue, -double.Epsilon, 1, 0], [1e300, 5e-324, -1e-308, 0], [double.MaxValue, -1e308, 3, 0]])
            summary.Add(Made<LoanApplication>.Values(s_loans[0], contributions));
        PortfolioSummary<LoanApplication> read = PortfolioSummary<LoanApplication>.FromJson(summary.ToJson());
        Assert.Equal(SummaryText.Of(summary), SummaryText.Of(read));

        // Sums of squares above 2¹¹⁰² are infinite, and stay so.
        FeatureSummary<LoanApplication> age = read.Ranked().First();
        Assert.Equal(summary.Ranked().First().StandardError, age.StandardError);
    }

    [Theory]
    [InlineData("\"positive\":[0-9]+", "\"positive\":9999", "histogram of")]
    [InlineData("\"sumAbove\":\"[0-9a-f]+p", "\"sumAbove\":\"7p", "mean contradicts")]
    [InlineData("\"sumAbove\":\"[^\"]+\"", "\"sumAbove\":\"1p9999\"", "exact sum")]
    [InlineData("\"sumAbove\":\"[^\"]+\"", "\"sumAbove\":\"xp1\"", "exact sum")]
    [InlineData("\"end\":[0-9]+", "\"end\":33", "a multiple of")]
    [InlineData("\"end\":[0-9]+", "\"end\":-4", "a whole number")]
    [InlineData("\"counts\":\\[[0-9,]+\\]", "\"counts\":[9007199254740993]", "a whole number")]
    [InlineData("\"near\":\\[0\\]", "\"near\":[0,1]", "a list of 1")]
    [InlineData("\"first\":[0-9]{5}", "\"first\":1", "buckets from")]
    [InlineData("\"maximum\":[0-9.]+", "\"maximum\":-1", "ends")]
    [InlineData("\"count\":[0-9]+", "\"count\":4000", "segments with 20 explanations")]
    [InlineData("\"values\":\\[[0-9.,]+\\]", "\"values\":[1e300,1e301]", "in the bin")]
    [InlineData("\"sha256\":\"[0-9a-f]{4}", "\"sha256\":\"0000", "with the options that it was begun with")]
    [InlineData("\"segmentsBy\":\\[[^\\]]*\\]", "\"segmentsBy\":[]", "segmentsBy has 0")]
    [InlineData("\"undecided\":0", "\"undecided\":1", "at most 0")]
    [InlineData("\"tested\":0", "\"tested\":21", "no more than the 20")]
    [InlineData("\"quantity\":\"Contributions\",", "", "have in common")]
    [InlineData("\"certified\":0", "\"certified\":0,\"x\":1", "x")]
    [InlineData("\"version\":1", "\"version\":2", "knows version 1")]
    public void A_text_that_was_changed_is_refused_by_name(string part, string replacement, string told)
    {
        string json = Twenty().ToJson(), changed = new Regex(part).Replace(json, replacement, 1);
        Assert.NotEqual(json, changed);
        InvalidJsonException error = Assert.Throws<InvalidJsonException>(() => PortfolioSummary<LoanApplication>.FromJson(changed, Options));
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_the_text_itself_is_read()
    {
        string json = Twenty().ToJson();
        RandomStream stream = new(4, "damage");
        int read = 0;
        for (int i = 0; i < 400; i++)
        {
            int at = stream.Choose(3L * i, json.Length);
            string damaged = (i % 3) switch
            {
                0 => json[..at],
                1 => string.Concat(json.AsSpan(0, at), ((char)('0' + stream.Choose((3L * i) + 1, 10))).ToString(), json.AsSpan(at + 1)),
                _ => string.Concat(json.AsSpan(0, at), json.AsSpan(Math.Min(json.Length, at + 1 + stream.Choose((3L * i) + 1, 40)))),
            };
            try
            {
                // A changed word of an explainer's description is another explainer.
                Assert.Equal(CanonicalJson.Of(damaged), PortfolioSummary<LoanApplication>.FromJson(damaged, Options).ToJson());
                read++;
            }
            catch (InvalidJsonException)
            {
            }
        }

        Assert.InRange(read, 0, 40);
    }

    [Fact]
    public void Other_options_are_refused()
    {
        string json = Twenty().ToJson();
        Assert.Contains("is rows with the SHA-256", Assert.Throws<InvalidJsonException>(() => PortfolioSummary<LoanApplication>.FromJson(json)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidJsonException>(() => PortfolioSummary<LoanApplication>.FromJson(json, Options with { Background = s_loans.Select([0, 1, 2]) }));
        Assert.Throws<InvalidJsonException>(() => PortfolioSummary<LoanApplication>.FromJson(json, Options with { Segments = [] }));
        Assert.Throws<InvalidJsonException>(() => PortfolioSummary<Point>.FromJson(json));
    }

    [Fact]
    public void Protected_features_are_withheld_on_demand()
    {
        PortfolioSummary<Patient> summary = new(new() { Background = Settings.Patients, Segments = FeatureSchema.Of<Patient>().Features });
        foreach (Patient patient in Settings.Patients.Rows)
            summary.Add(Made<Patient>.Values(patient, [.. FeatureSchema.Of<Patient>().Features.Select((_, i) => 0.5 + i)]));
        string json = summary.ToJson(ProtectedValues.Withheld);
        Assert.Contains("secret", summary.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
        Assert.DoesNotContain("31337", json, StringComparison.Ordinal);
        Assert.Contains("withheld", Assert.Throws<InvalidJsonException>(() => PortfolioSummary<Patient>.FromJson(json, summary.Options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_that_is_merged_with_its_copies_ends_in_an_error()
    {
        PortfolioSummary<LoanApplication> summary = Twenty();
        InvalidOptionException error = Assert.Throws<InvalidOptionException>(() =>
        {
            for (int i = 0; i < 64; i++)
                summary.Merge(PortfolioSummary<LoanApplication>.FromJson(summary.ToJson(), Options));
        });
        Assert.Contains((1L << 44).ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        Assert.Equal(20L << 39, summary.Explained);
        Assert.Equal(Twenty().Importance[0], summary.Importance[0]);
    }

    private static PortfolioSummary<LoanApplication> Twenty()
    {
        PortfolioSummary<LoanApplication> summary = new(Options);
        RandomStream stream = new(8, "twenty");
        for (int i = 0; i < 20; i++)
            summary.Add(Made<LoanApplication>.Values(s_loans[i], [.. Enumerable.Range(0, 4).Select(j => stream.Uniform((4 * i) + j) - 0.4)], part => part.Caveats = (Caveats)(i % 4 * 8)));
        return summary;
    }
}
