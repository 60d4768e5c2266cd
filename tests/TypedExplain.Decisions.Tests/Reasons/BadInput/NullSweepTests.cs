using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Decisions.Tests.Reasons.BadInput;

/// <summary>Null where a reference is wanted is refused by name, at every constructor and method of the package.</summary>
public class NullSweepTests(ITestOutputHelper output)
{
    private static readonly NullSweep s_sweep = new(
        typeof(Reference).Assembly,
        typeof(Applicant),
        [
            Applicants.Reasons with { Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted)] },
            Applicants.Reasons.State(Applicants.Score, Applicants.Poor),
            Applicants.Reasons.State(Applicants.Score, Applicants.Poor with { Income = 190_000 }),
            (Applicants.Reasons with { Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted)] }).State(Applicants.Score, Applicants.Poor),
            ReasonReport<Applicant>.Of(Applicants.Reasons, Applicants.Score, [Applicants.Poor], new() { Resamples = 0, Steps = false, Segments = [ReasonSegments.By(ApplicantFeatures.Lives)] }),
            new ReasonReportOptions<Applicant>(),
        ]);

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("decisions", output.WriteLine);
}
