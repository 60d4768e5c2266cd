using TypedExplain.Decisions.Tests.Reasons.Support;

namespace TypedExplain.Decisions.Tests.Reasons.Reports;

/// <summary>What a report counts is what the statements say.</summary>
public class ReasonReportTests
{
    private static readonly Applicant[] s_people = [.. Applicants.Draw(60, seed: 9).Rows];

    private static readonly PrincipalReasons<Applicant> s_reasons = Applicants.Reasons with { Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted && one.Debt > 70_000)] };

    private static readonly ReasonReport<Applicant> s_report = ReasonReport<Applicant>.Of(s_reasons, Applicants.Score, s_people, new()
    {
        Segments = [ReasonSegments.By(ApplicantFeatures.Lives), ReasonSegments.By(ApplicantFeatures.Savings), ReasonSegments.By("years | in city", (Applicant one) => one.YearsInCity < 10 ? "few" : "many")],
        SecondMethod = s_reasons with { MaxReasons = 3 },
        Resamples = 3,
    });

    [Fact]
    public void Shares_are_those_of_the_statements()
    {
        ReasonStatement<Applicant>[] statements = [.. s_people.Select(person => s_reasons.State(Applicants.Score, person))];
        int adverse = statements.Count(statement => statement is not ReasonsRefused<Applicant> { Cause: RefusalCause.NotAdverse });
        int denied = statements.Count(statement => statement is AutomaticDenial<Applicant>);
        Stated<Applicant>[] stated = [.. statements.OfType<Stated<Applicant>>()];

        Assert.True(denied > 0 && stated.Length > 10 && adverse < s_people.Length);
        Assert.Equal(new Proportion(adverse, 60), s_report.Adverse);
        Assert.Equal(new Proportion(stated.Length + denied, adverse), s_report.Stated);
        Assert.Equal(new Proportion(denied, adverse), s_report.Denied);
        Assert.Equal(statements.OfType<ReasonsRefused<Applicant>>().Count(refused => refused.Cause != RefusalCause.NotAdverse), s_report.Refusals.Sum(refusal => refusal.People.Count));
        foreach (ReasonShare<Applicant> share in s_report.Codes)
        {
            int rules = share.Reason.CodeText == "R11" ? denied : 0;
            Assert.Equal(rules + stated.Count(one => one.Reasons.Any(reason => reason.Reason == share.Reason)), share.Stated.Count);
            Assert.Equal(rules + stated.Count(one => one.Reasons[0].Reason == share.Reason), share.First.Count);
        }
    }

    [Fact]
    public void Segments_add_up_to_the_whole()
    {
        Assert.Equal(["Rents", "Owns", "WithParents"], s_report.Segments.Where(segment => segment.Segmentation.Feature == ApplicantFeatures.Lives).Select(segment => segment.Value));
        Assert.Equal("missing", s_report.Segments.Last(segment => segment.Segmentation.Feature == ApplicantFeatures.Savings).Value);
        Assert.All(s_report.Segments.GroupBy(segment => segment.Segmentation), group =>
        {
            Assert.Equal(s_report.Stated.Count, group.Sum(segment => segment.Stated.Count));
            Assert.Equal(s_report.Codes.Sum(code => code.Stated.Count), group.Sum(segment => segment.Codes.Sum(code => code.Stated.Count)));
        });
    }

    [Fact]
    public void A_method_agrees_with_itself_as_far_as_it_goes()
    {
        Assert.Equal([1, 2, 3, 4], s_report.Agreement.Select(agreement => agreement.K));
        Assert.All(s_report.Agreement.Take(3), agreement => Assert.Equal((agreement.SameReasons.Of, 1.0), (agreement.SameReasons.Count, agreement.MeanOverlap)));
        Assert.Equal(0, s_report.Agreement[3].SameReasons.Of);
    }

    [Fact]
    public void Moving_the_features_of_an_additive_score_to_the_reference_always_helps()
    {
        ReasonReport<Applicant> additive = ReasonReport<Applicant>.Of(Applicants.Reasons, Applicants.Linear(income: 0.02, debt: -0.01), [Applicants.Poor with { Income = 30_000 }], new() { Resamples = 0, Steps = false });

        Assert.True(s_report.Deletion.Moved.Of > 0);
        Assert.Equal(s_report.Deletion.Moved.Of, s_report.Deletion.Moved.Count);
        Assert.True(s_report.Deletion.MeanMove > 0);
        Assert.Equal((1, 1), (additive.Deletion.Moved.Of, additive.Deletion.Flipped.Count));
    }

    [Fact]
    public void Steps_are_of_the_numbers_that_may_change_and_have_a_step()
    {
        Assert.Equal([ApplicantFeatures.Age, ApplicantFeatures.YearsAtAddress, ApplicantFeatures.YearsInCity, ApplicantFeatures.YearsEmployed], s_report.Steps.Select(step => step.Feature));
        Assert.All(s_report.Steps, step => Assert.InRange(step.Stability.SameReasons.Value, 0.5, 1));

        // Age is not in the score, so a year of it changes nothing.
        Assert.Equal(s_report.Steps[0].Stability.SameReasons.Of, s_report.Steps[0].Stability.SameReasons.Count);
        Assert.True(s_report.Steps[0].Stability.SameReasons.Of > 20);
    }

    [Fact]
    public void A_step_is_counted_as_statements_say()
    {
        int all = 0, same = 0, first = 0, refused = 0;
        foreach (Applicant person in s_people.Where(one => s_reasons.State(Applicants.Score, one) is Stated<Applicant>))
        {
            string[] before = Codes(person)!;
            foreach (int years in (int[])[person.YearsAtAddress - 1, person.YearsAtAddress + 1])
            {
                if (years < 0)
                    continue;
                string[]? after = Codes(person with { YearsAtAddress = years });
                (all, refused) = (all + 1, refused + (after is null ? 1 : 0));
                same += after is not null && before.Order().SequenceEqual(after.Order()) ? 1 : 0;
                first += after?[0] == before[0] ? 1 : 0;
            }
        }

        Assert.True(refused > 0 && same < all - refused);
        Assert.Equal(new ReasonStability(new(same, all), new(first, all), new(refused, all)), s_report.Steps.Single(step => step.Feature == ApplicantFeatures.YearsAtAddress).Stability);

        static string[]? Codes(Applicant one) => (s_reasons.State(Applicants.Score, one) as Stated<Applicant>)?.Reasons.Select(reason => reason.Reason.CodeText).ToArray();
    }

    [Fact]
    public void Exact_reasons_do_not_depend_on_a_seed_and_those_of_few_people_do_on_the_people()
    {
        ReasonReport<Applicant> few = ReasonReport<Applicant>.Of(Applicants.AgainstAll with { Reference = Reference.AllApplicants(new Dataset<Applicant>(Applicants.Past.Rows.Take(5))) }, Applicants.Score, s_people, new() { Steps = false, Resamples = 3 });

        Assert.Null(s_report.Seeds);
        Assert.True(few.Resamples!.Value.SameReasons.Value < s_report.Resamples!.Value.SameReasons.Value);
    }

    [Fact]
    public void Sampled_reasons_are_made_again_with_other_seeds()
    {
        PrincipalReasons<Applicant> sampled = Applicants.Reasons with { MaxReasons = 2, Explainer = new PermutationShap<Applicant> { Background = Applicants.Past, Permutations = 20 } };
        ReasonReport<Applicant> report = ReasonReport<Applicant>.Of(sampled, Applicants.Mixed, [.. s_people.Take(12)], new() { Seeds = 2, Resamples = 0, Steps = false });

        Assert.True(report.Seeds!.Value.SameReasons.Of > 4);
        Assert.Equal(0, report.Seeds.Value.SameReasons.Of % 2);
        Assert.True(report.Seeds.Value.SameReasons.Value > 0.8);
    }

    [Fact]
    public void Drift_is_told_where_it_is_beyond_chance()
    {
        ReasonReportOptions<Applicant> plain = new() { Resamples = 0, Steps = false };
        ReasonReport<Applicant> poorer = ReasonReport<Applicant>.Of(s_reasons, Applicants.Score, [.. s_people.Select(one => one with { Income = one.Income / 10, Debt = 0 })], plain with { Earlier = s_report });
        ReasonReport<Applicant> same = ReasonReport<Applicant>.Of(s_reasons, Applicants.Score, s_people, plain with { Earlier = s_report });

        Assert.All(same.Drift, drift => Assert.False(drift.IsBeyondChance));
        Assert.All(same.Drift, drift => Assert.Equal(0, drift.Change));
        Assert.True(poorer.Drift.Single(drift => drift.Reason.CodeText == "R02") is { IsBeyondChance: true, Change: < 0 });
        Assert.True(poorer.Drift.Single(drift => drift.Reason.CodeText == "R11") is { IsBeyondChance: true, Change: > 0 });
    }

    [Fact]
    public void The_same_for_any_number_of_threads()
    {
        ReasonReportOptions<Applicant> options = new() { Resamples = 1, Steps = false };

        Assert.Equal(ReasonReport<Applicant>.Of(s_reasons, Applicants.Mixed, s_people, options with { Threads = 1 }).ToString(), ReasonReport<Applicant>.Of(s_reasons, Applicants.Mixed, s_people, options with { Threads = 3 }).ToString());
    }

    [Fact]
    public void As_Markdown()
    {
        string text = s_report.ToString();

        Assert.All(["# Principal reasons of Applicant", "## Reasons", "## By Lives", "## By years | in city", "## Stability", "## Agreement with SHAP", "## Deletion test", "| R02: Excessive obligations in relation to income |"], part => Assert.Contains(part, text));
        Assert.DoesNotContain("NaN", text);
    }

    [Fact]
    public void Bad_input()
    {
        Says("Seeds of a report on reasons is -1", new() { Seeds = -1 });
        Says("Resamples of a report on reasons is -2", new() { Resamples = -2 });
        Says("Threads of a report on reasons is 0", new() { Threads = 0 });
        Says("Segments of a report on reasons", new() { Segments = [null!] });
        Assert.Contains("needs at least 1", Assert.Throws<InvalidDatasetException>(() => ReasonReport<Applicant>.Of(s_reasons, Applicants.Score, [])).Message);
        Assert.Throws<InvalidFeatureException>(() => ReasonReport<Applicant>.Of(s_reasons, Applicants.Score, [Applicants.Poor with { YearsEmployed = 51 }]));

        static void Says(string said, ReasonReportOptions<Applicant> options) => Assert.Contains(said, Assert.Throws<InvalidOptionException>(() => ReasonReport<Applicant>.Of(s_reasons, Applicants.Score, s_people, options)).Message);
    }
}
