using TypedExplain.Generators.Tests.Zoo;
using static TypedExplain.Generators.Tests.Diagnostics.DiagnosticAssert;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>The enum of a record's reasons.</summary>
public class ReasonEnumTests
{
    [Fact]
    public void A_taken_name_is_refused() => Finds(
        "TEX0005",
        "[FeatureRecord] partial record [|Loan|]([Reason(\"A\", \"Age\")] int Age); class LoanReason;",
        "Record 'Loan' cannot be a feature record: the enum of its reasons would be called 'LoanReason', and that name is taken; rename one of the two",
        "[FeatureRecord] partial record Loan(int Age); class LoanReason; [FeatureRecord] partial record House([Reason(\"A\", \"Age\")] int Age); class HouseReason<T>;");

    [Fact]
    public void Generic_records_have_enums_of_their_own()
    {
        Generation generation = Generation.Of(Sources.ReasonsOfGenerics);

        Assert.Empty(generation.Diagnostics);
        Assert.True(!generation.Complaints.Any(), string.Join('\n', generation.Complaints));
    }

    [Fact]
    public void A_record_without_reasons_has_none() =>
        Assert.DoesNotContain(Generation.Of(Sources.LoanApplication).Files.Values, file => file.Contains("Reason"));

    [Fact]
    public void All_of_it_compiles_and_the_codes_are_named()
    {
        const string use = "namespace Bank; static class Use { static bool Of(TypedExplain.Reason<Applicant> reason) => reason.Code == ApplicantReason.R_03 || reason.Code == ApplicantReason.J1 || reason.Code == ApplicantReason.R08; }";
        Generation generation = Generation.Of(Compiler.Parse(Sources.ReasonsAndLinks), Compiler.Parse(use, "Use.cs"));

        Assert.Empty(generation.Diagnostics);
        Assert.Equal("CS0117", Assert.Single(generation.Output.GetDiagnostics(), complaint => complaint.Severity == DiagnosticSeverity.Error).Id);
    }

    /// <summary>Deleting one reason breaks the build.</summary>
    [Theory]
    [InlineData("Reason(\"R01\", \"Length of residence <months>\", When = Adverse.Low)")]
    [InlineData("Reason(\"R05\", \"Delinquent past obligations\", When = Adverse.True)")]
    [InlineData("Reason(\"R06\", \"Temporary residence\", For = [nameof(Housing.Rent)]), ")]
    [InlineData("Reason(\"J1\", \"Length of employment\", When = Adverse.Low)")]
    [InlineData("[Reason(\"R07\", typeof(Texts), nameof(Texts.NoEmployer), When = Adverse.Missing)]")]
    [InlineData("NoReason(\"It is an internal code.\")")]
    public void A_reason_less_is_an_error(string reason)
    {
        string source = Sources.ReasonsAndLinks.Replace(reason, "").Replace(", ]", "]").Replace("[]", "");

        Assert.NotEqual(Sources.ReasonsAndLinks, source);
        Assert.Contains(Generation.Of(source).Diagnostics, found => found.Id == "TEX0121" && found.Severity == DiagnosticSeverity.Error);
    }
}
