using System.Text.Json;
using TypedExplain.Testing.Tests.Support;
using TypedExplain.Tests.Json;

namespace TypedExplain.Testing.Tests.Diffs;

/// <summary>Diffs as JSON.</summary>
public class ModelDiffJsonTests
{
    private const string Schema = "model-diff.v1.json";

    private static readonly IModel<Borrower> s_failing = Model.From<Borrower>(one => one.Age == Borrowers.Few[7].Age && one.Income == Borrowers.Few[7].Income ? double.NaN : one.Debt);

    private static readonly ModelDiff<Borrower> s_diff = Of();

    [Fact]
    public void It_keeps_its_schema_which_says_no_more()
    {
        SchemaCheck check = new();
        Assert.Empty(check.Faults(s_diff.ToJson(), Schema));
        Assert.Empty(check.Faults(s_diff.ToJson(ProtectedValues.Withheld), Schema));
        Assert.Empty(check.Declared(Schema).Except(check.Met));
    }

    [Theory]
    [InlineData("\"instances\":19", "\"instances\":-1", "minimum")]
    [InlineData("\"noisy\":", "\"loud\":", "required")]
    [InlineData("\"exact\":false", "\"exact\":false,\"x\":1", "x is no member")]
    [InlineData("\"version\":1", "\"version\":2", "const")]
    public void A_text_that_is_wrong_is_found(string old, string replacement, string fault)
    {
        string wrong = s_diff.ToJson().Replace(old, replacement, StringComparison.Ordinal);
        Assert.NotEqual(s_diff.ToJson(), wrong);
        Assert.Contains(new SchemaCheck().Faults(wrong, Schema), found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_canonical_the_same_each_time_and_written_inside_other_types()
    {
        string json = s_diff.ToJson();
        Assert.Equal(CanonicalJson.Of(json), json);
        Assert.Equal(json, Of().ToJson());
        Assert.Equal(json, CanonicalJson.Of(JsonSerializer.Serialize(s_diff)));
    }

    [Fact]
    public void It_has_what_the_diff_has()
    {
        JsonElement root = JsonDocument.Parse(s_diff.ToJson()).RootElement;

        Assert.Equal(s_diff.TopReasons.Changed.Upper, root.GetProperty("topReasons").GetProperty("changed").GetProperty("upper").GetDouble());
        Assert.Equal(s_diff.FirstReason.PValue, root.GetProperty("firstReason").GetProperty("pValue").GetDouble());
        Assert.Equal("LIME", root.GetProperty("method").GetString());
        Assert.Equal(s_diff.Instances.Count(instance => instance.IsChanged || instance.IsPredictionChanged), root.GetProperty("changed").GetArrayLength());
        Assert.Equal("B-007", root.GetProperty("failed")[0].GetProperty("key").GetString());
        Assert.Equal("Age", root.GetProperty("features")[0].GetProperty("name").GetString());
    }

    private static ModelDiff<Borrower> Of() => ModelDiff<Borrower>.Of(Borrowers.ByIncome, s_failing, Borrowers.Few, Borrowers.Lime(60), new() { Segments = [BorrowerFeatures.Home, BorrowerFeatures.IsForeign] });
}
