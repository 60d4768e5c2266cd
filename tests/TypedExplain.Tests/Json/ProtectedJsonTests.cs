using System.Text.Json;
using TypedExplain.Tests.Hidden;

namespace TypedExplain.Tests.Json;

/// <summary>Protected features are marked in JSON, and withheld where that is asked for.</summary>
public class ProtectedJsonTests
{
    private static readonly string[] s_protected = ["Viral", "Group", "Positive", "Born"];

    [Fact]
    public void They_are_marked()
    {
        foreach (ProtectedValues values in Enum.GetValues<ProtectedValues>())
        {
            JsonElement[] features = [.. JsonDocument.Parse(Settings.Ill.ToJson(values)).RootElement.GetProperty("features").EnumerateArray()];
            Assert.Equal(s_protected, features.Where(feature => feature.TryGetProperty("protected", out JsonElement flag) && flag.GetBoolean()).Select(feature => feature.GetProperty("name").GetString()));
        }
    }

    [Fact]
    public void By_default_they_are_there_so_that_the_explanation_answers()
    {
        Explanation<Patient> read = Explanation<Patient>.FromJson(Settings.Ill.ToJson());

        Answers.Equal(Settings.Ill, read, [.. Settings.Patients.Rows]);
        Assert.Equal(Settings.Ill.Instance, read.Instance);
        Assert.DoesNotContain("secret", read.ToString());
    }

    [Fact]
    public void Withheld_they_are_not_there()
    {
        string json = Settings.Ill.ToJson(ProtectedValues.Withheld);
        JsonElement root = JsonDocument.Parse(json).RootElement;

        foreach (string secret in (string[])["secret", "31337", "1951"])
            Assert.DoesNotContain(secret, json, StringComparison.Ordinal);
        Assert.All((string[])["instance", "constant", "intercept", "examples"], member => Assert.False(root.TryGetProperty(member, out _)));
        Assert.True(root.GetProperty("withheld").GetBoolean());
        Assert.All(root.GetProperty("features").EnumerateArray().Take(4), feature => Assert.Equal(["name", "protected"], feature.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(0, root.GetProperty("features")[4].GetProperty("value").GetDouble());
        Assert.Equal(Settings.Ill.Attribution.Dose, root.GetProperty("features")[4].GetProperty("effect").GetDouble());
    }

    [Fact]
    public void What_is_withheld_cannot_be_read_back() => Assert.Equal(
        "$.withheld says that protected values are withheld, so nothing can be made of the text again. Read one that was written with ProtectedValues.Kept.",
        Assert.Throws<InvalidJsonException>(() => Explanation<Patient>.FromJson(Settings.Ill.ToJson(ProtectedValues.Withheld))).Message);

    [Fact]
    public void Where_nothing_is_protected_nothing_is_withheld() =>
        Assert.Equal(Settings.Loan.ToJson(), Settings.Loan.ToJson(ProtectedValues.Withheld));

    [Fact]
    public void Shap_values_outcomes_and_consensus_withhold_too()
    {
        GaussianNeighborhood<Patient> around = new() { Background = Settings.Patients, Samples = 100 };
        IModel<Patient> model = Model.From<Patient>(patient => patient.Viral / 7e4);
        Patient instance = Settings.Patients[0];
        IJsonResult[] results =
        [
            new KernelShap<Patient> { Background = Settings.Patients }.Values(model, instance),
            new KernelShap<Patient> { Background = Settings.Patients }.Interactions(model, instance),
            new Certifier<Patient> { Explainer = new Lime<Patient> { Neighborhood = around }, Standard = new() { MinimumFit = -1 } }.Explain(model, instance),
            new Certifier<Patient> { Explainer = new Lime<Patient> { Neighborhood = around }, Standard = new() { MaximumHalfWidth = 1e-300 }, MaxQueries = 300 }.Explain(model, instance),
            new Consensus<Patient> { Explainers = [new Lime<Patient> { Neighborhood = around }, new Linex<Patient> { Neighborhood = around }] }.Explain(model, instance),
        ];

        Assert.All(results, result =>
        {
            Assert.Contains("secret", result.ToJson(), StringComparison.Ordinal);
            Assert.DoesNotContain("secret", result.ToJson(ProtectedValues.Withheld), StringComparison.Ordinal);
            Assert.DoesNotContain("31337", result.ToJson(ProtectedValues.Withheld), StringComparison.Ordinal);
        });
    }

    /// <summary>Not in messages either: a damaged text is refused without a word of what it holds.</summary>
    [Theory]
    [InlineData("\"value\":\"alpha-secret\"", "\"value\":\"gamma-secret\"")]
    [InlineData("\"columns\":[31337,", "\"columns\":[313370,")]
    [InlineData("\"columns\":[31337,", "\"columns\":[\"31337\",")]
    [InlineData("\"columns\":[31337,", "\"columns\":[\"NaN\",")]
    public void Messages_hold_none(string old, string replacement)
    {
        string json = Settings.Ill.ToJson();
        Assert.Contains(old, json, StringComparison.Ordinal);
        string message = Assert.Throws<InvalidJsonException>(() => Explanation<Patient>.FromJson(json.Replace(old, replacement, StringComparison.Ordinal))).ToString();

        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.DoesNotContain("31337", message, StringComparison.Ordinal);
    }
}
