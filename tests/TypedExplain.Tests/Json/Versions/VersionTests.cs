using TypedExplain.Explanations.Json;

namespace TypedExplain.Tests.Json.Versions;

/// <summary>What any version wrote can be read.</summary>
public class VersionTests
{
    public static TheoryData<string> Names => [.. StoredResults.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_result_can_be_read(string name)
    {
        IJsonResult read = StoredResults.Read(name);

        Assert.Equal(StoredResults.Words(name), read.ToString());
        if (name.EndsWith($".v{ResultDocument.Version}", StringComparison.Ordinal))
            Assert.Equal(StoredResults.Text(name), read.ToJson());
    }

    [Fact]
    public void Every_version_of_every_result_is_stored()
    {
        foreach (string document in (string[])["explanation", "shap-values", "shap-interactions", "outcome", "consensus", "score", "metric-table", "receipt", "portfolio-summary", "trust-region"])
        {
            for (int version = 1; version <= ResultDocument.Version; version++)
                Assert.Contains($"{document}.v{version}", StoredResults.Names);
        }
    }

    [Fact]
    public void A_stored_instance_is_the_record_that_it_was()
    {
        Kept expected = Kept.Example(10) with { Number = "N-\"10\"", Debt = null }, read = Explanation<Kept>.FromJson(StoredResults.Text("explanation.v1")).Instance;

        Assert.Equal(expected with { Signal = read.Signal }, read);
        Assert.Equal(expected.Signal, read.Signal);
        Assert.Equal(expected.Since.Kind, read.Since.Kind);
    }
}
