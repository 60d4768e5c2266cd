using System.Text.Json;
using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Tests.Json;

namespace TypedExplain.Decisions.Tests.Reasons.Json;

/// <summary>A report comes back from JSON as it was, to be compared with a later one, and keeps its schema.</summary>
public class ReportJsonTests
{
    private const string Schema = "reason-report.v1.json";

    private static readonly IReadOnlyList<Applicant> s_people = [.. Applicants.Draw(20, seed: 9).Rows];

    private static readonly PrincipalReasons<Applicant> s_reasons = Applicants.Reasons with
    {
        MaxReasons = 2,
        Explainer = new PermutationShap<Applicant> { Background = Applicants.Past, Permutations = 4 },
        MaxQueries = 20_000,
        Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted && one.Debt > 70_000)],
    };

    private static readonly IModel<Applicant> s_model = Model.From<Applicant>(one => Applicants.Mixed.Predict(one) - (one.IsForeign ? 500 : 0));

    private static readonly ReasonReport<Applicant> s_report = Made();

    [Fact]
    public void It_comes_back_as_it_was()
    {
        ReasonReport<Applicant> again = ReasonReport<Applicant>.FromJson(s_report.ToJson());

        Assert.Equal(s_report.ToString(), again.ToString());
        Assert.Equal(s_report.ToJson(), JsonSerializer.Serialize(again));
    }

    [Fact]
    public void It_keeps_its_schema_which_says_no_more()
    {
        SchemaCheck check = new();
        string withheld = s_report.ToJson(ProtectedValues.Withheld);

        Assert.Empty(check.Faults(s_report.ToJson(), Schema));
        Assert.Empty(check.Faults(withheld, Schema));
        Assert.Empty(check.Declared(Schema).Except(check.Met));
        Assert.Contains("\"feature\":\"IsForeign\"", s_report.ToJson());
        Assert.DoesNotContain("\"feature\":\"IsForeign\"", withheld);
        Assert.Throws<InvalidJsonException>(() => ReasonReport<Applicant>.FromJson(withheld));
    }

    [Theory]
    [InlineData("\"cause\":\"ProtectedFeature\"", "\"cause\":\"Protected\"", "one of")]
    [InlineData("\"k\":1", "\"k\":0", "from 1")]
    [InlineData("\"code\":\"R02\"", "\"code\":\"R99\"", "the code of a reason of Applicant")]
    [InlineData("\"feature\":\"Age\"", "\"feature\":\"Edge\"", "the name of a feature of Applicant")]
    public void What_is_damaged_in_a_report_is_refused(string old, string replacement, string said)
    {
        Assert.Contains(old, s_report.ToJson());

        Assert.Contains(said, Assert.Throws<InvalidJsonException>(() => ReasonReport<Applicant>.FromJson(s_report.ToJson().Replace(old, replacement, StringComparison.Ordinal))).Message);
    }

    private static ReasonReport<Applicant> Made()
    {
        ReasonReportOptions<Applicant> options = new()
        {
            Seeds = 1,
            Resamples = 1,
            Segments = [ReasonSegments.By(ApplicantFeatures.IsForeign), ReasonSegments.By("years", (Applicant one) => one.YearsInCity < 10 ? "few" : "many")],
            SecondMethod = s_reasons,
        };
        return ReasonReport<Applicant>.Of(s_reasons, s_model, s_people, options with { Earlier = ReasonReport<Applicant>.Of(s_reasons, s_model, s_people, new() { Steps = false, Seeds = 0, Resamples = 0 }) });
    }
}
