using TypedExplain.Decisions.Tests.Reasons.Support;

namespace TypedExplain.Decisions.Tests.Reasons.Statements;

/// <summary>What is refused, why, and what the refusal says.</summary>
public class RefusalTests
{
    private static readonly double s_address = Applicants.Past.Rows.Average(one => one.YearsAtAddress) - Applicants.Poor.YearsAtAddress;

    private static readonly double s_employed = Applicants.Past.Rows.Average(one => one.YearsEmployed) - Applicants.Poor.YearsEmployed;

    /// <summary>Five reasons, of which the two weakest are equally strong.</summary>
    private static readonly IModel<Applicant> s_five = Applicants.Linear(income: 0.02, debt: -0.02, defaulted: -500, address: 10 / s_address, employed: 10 / s_employed);

    [Fact]
    public void Fourth_and_fifth_equal_are_refused_or_both_stated()
    {
        ReasonsRefused<Applicant> four = Refused(Applicants.AgainstAll, s_five, RefusalCause.Tie);
        Stated<Applicant> five = Assert.IsType<Stated<Applicant>>((Applicants.AgainstAll with { MaxReasons = 5 }).State(s_five, Applicants.Poor));
        Stated<Applicant> three = Assert.IsType<Stated<Applicant>>((Applicants.AgainstAll with { MaxReasons = 3 }).State(s_five, Applicants.Poor));

        Assert.Contains("R01 and R03", four.Explanation);
        Assert.Contains("MaxReasons", four.Explanation);
        Assert.Equal([false, false, false, true, true], five.Reasons.Select(reason => reason.IsTied));
        Assert.Equal(["R01", "R03"], five.Reasons.Skip(3).Select(reason => reason.Reason.CodeText));
        Assert.DoesNotContain(three.Reasons, reason => reason.IsTied);
    }

    [Fact]
    public void Equal_to_single_precision_is_equal_where_the_model_has_no_more()
    {
        IModel<Applicant> single = Model.From<Applicant>(one => (float)s_five.Predict(one));

        Refused(Applicants.AgainstAll, single, RefusalCause.Tie);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(4, false)]
    public void A_protected_feature_among_the_principal_ones(int most, bool isFirst)
    {
        IModel<Applicant> model = Applicants.Linear(income: 0.02, debt: -0.02, defaulted: -500, foreign: isFirst ? -100_000 : -10);
        ReasonsRefused<Applicant> refused = Refused(Applicants.AgainstAll with { MaxReasons = most }, model, RefusalCause.ProtectedFeature, Applicants.Poor with { IsForeign = true });

        Assert.Equal([ApplicantFeatures.IsForeign], refused.Features.AsEnumerable());
        Assert.Contains("protected feature IsForeign", refused.Explanation);
        Assert.DoesNotContain("true", refused.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.IsType<Stated<Applicant>>((Applicants.AgainstAll with { MaxReasons = most }).State(model, Applicants.Poor));
    }

    [Fact]
    public void A_protected_feature_after_the_last_place_is_none_of_the_principal_ones()
    {
        IModel<Applicant> model = Applicants.Linear(income: 0.02, debt: -0.02, defaulted: -500, foreign: -10);

        Assert.Equal(3, Assert.IsType<Stated<Applicant>>((Applicants.AgainstAll with { MaxReasons = 3 }).State(model, Applicants.Poor with { IsForeign = true })).Reasons.Length);
    }

    [Fact]
    public void A_feature_without_a_reason_for_its_value()
    {
        ReasonsRefused<Applicant> stated = Refused(Applicants.AgainstAll, Applicants.Linear(income: 0.02, age: 100), RefusalCause.ReasonlessFeature);
        ReasonsRefused<Applicant> none = Refused(Applicants.AgainstAll, Model.From<Applicant>(one => one.HasDefaulted ? 1 : 0), RefusalCause.ReasonlessFeature, Applicants.Poor with { HasDefaulted = false });

        Assert.Contains("Age is no reason that the lender gives.", stated.Explanation);
        Assert.Equal([ApplicantFeatures.Age], stated.Features.AsEnumerable());
        Assert.Contains("no reason of it holds for its value", none.Explanation);
    }

    [Fact]
    public void A_decision_that_is_not_adverse_and_one_that_rounding_makes()
    {
        IModel<Applicant> model = Applicants.Linear(income: 0.1);
        PrincipalReasons<Applicant> reasons = Applicants.AgainstAll with { Cutoff = 1000 };

        Refused(reasons with { Cutoff = 900 }, model, RefusalCause.NotAdverse);
        Refused(reasons, model, RefusalCause.NotAdverse);
        Refused(reasons with { Cutoff = 1000 + 1e-7 }, model, RefusalCause.RoundingDecides);
        Refused(reasons with { Cutoff = 1004, RoundingBand = 5 }, model, RefusalCause.RoundingDecides);
        Refused(reasons with { Cutoff = 900, Favorable = FavorableOutcome.Low }, model, RefusalCause.NothingAdverse);
        Assert.IsType<Stated<Applicant>>((reasons with { Cutoff = 1004, RoundingBand = 3.9 }).State(model, Applicants.Poor));
    }

    [Fact]
    public void Few_samples_that_tell_nothing_apart_and_more_that_do()
    {
        PermutationShap<Applicant> few = new() { Background = Applicants.Past, Permutations = 2, Seed = 1 };
        PrincipalReasons<Applicant> reasons = Applicants.Reasons with { Explainer = few, MaxReasons = 2, MaxQueries = 1 };
        ReasonsRefused<Applicant> refused = Refused(reasons, Applicants.Mixed, RefusalCause.Undecided);

        Assert.Contains("MaxQueries", refused.Explanation);
        Assert.True(Assert.IsType<Stated<Applicant>>((reasons with { MaxQueries = 2_000_000 }).State(Applicants.Mixed, Applicants.Poor)).Queries > refused.Queries);
    }

    [Fact]
    public void A_budget_below_one_estimate()
    {
        Assert.Contains("MaxQueries of 10", Refused(Applicants.Reasons with { MaxQueries = 10 }, Applicants.Mixed, RefusalCause.OutOfBudget).Explanation);
    }

    [Fact]
    public void A_model_with_two_answers()
    {
        int asked = 0;

        ReasonsRefused<Applicant> refused = Refused(Applicants.AgainstAll, Model.From<Applicant>(one => one.Income + (1e-6 * (Interlocked.Increment(ref asked) % 7))), RefusalCause.NotDeterministic);

        Assert.Equal(2, refused.Queries);
    }

    [Fact]
    public void A_model_whose_answer_is_another_where_it_is_explained()
    {
        int asked = 0;

        Refused(Applicants.AgainstAll, Model.From<Applicant>(one => one.Income + (Interlocked.Increment(ref asked) > 2 ? one.Debt : 0)), RefusalCause.NotDeterministic);
    }

    [Fact]
    public void Contributions_that_do_not_add_up()
    {
        ReasonsRefused<Applicant> refused = Refused(Applicants.AgainstAll with { Explainer = new Losing(Share: 0.5, Base: 2000) }, Applicants.Linear(income: 1), RefusalCause.NotAdditive);

        Assert.Contains("miss the score by 1E+03", refused.Explanation);
    }

    [Fact]
    public void Contributions_against_other_people_than_the_reference()
    {
        double difference = Applicants.Past.Rows.Average(one => one.Income) - Applicants.Poor.Income;
        ReasonsRefused<Applicant> refused = Refused(Applicants.AgainstAll with { Explainer = new Losing(Share: 1, Base: 2000) }, Applicants.Linear(income: 1), RefusalCause.NotAdditive);

        Assert.Contains("the mean score of the reference", refused.Explanation);
        Assert.IsType<Stated<Applicant>>((Applicants.AgainstAll with { Explainer = new Losing(Share: 1, Base: difference) }).State(Applicants.Linear(income: 1), Applicants.Poor));
    }

    [Fact]
    public void A_linear_explanation_of_a_model_that_is_not_linear()
    {
        Lime<Applicant> lime = new() { Neighborhood = new GaussianNeighborhood<Applicant> { Background = Applicants.Past, Samples = 500 } };

        Refused(Applicants.AgainstAll with { Linear = lime }, Model.From<Applicant>(one => Math.Sin(one.Income)), RefusalCause.PoorFit);
        Refused(Applicants.AgainstAll with { Linear = lime, MaxQueries = 500, Standard = new() { MinimumFit = 0 } }, Applicants.Mixed, RefusalCause.Undecided);
    }

    private static ReasonsRefused<Applicant> Refused(PrincipalReasons<Applicant> reasons, IModel<Applicant> model, RefusalCause cause, Applicant? person = null)
    {
        ReasonStatement<Applicant> statement = reasons.State(model, person ?? Applicants.Poor);
        ReasonsRefused<Applicant> refused = Assert.IsType<ReasonsRefused<Applicant>>(statement);
        Assert.True(cause == refused.Cause, refused.ToString());
        return refused;
    }

    /// <summary>Gives income a share of the difference from a base value.</summary>
    private sealed record Losing(double Share, double Base) : IShapExplainer<Applicant>
    {
        public string Name => "losing";

        public Description Describe() => new Description("losing");

        public Run<Applicant, ShapValues<Applicant>> BeginValues(IModelInfo<Applicant> model, Applicant instance, CancellationToken cancellation = default) => Run<Applicant, ShapValues<Applicant>>.Of(() =>
        {
            double[] contributions = new double[FeatureSchema.Of<Applicant>().Features.Length];
            contributions[ApplicantFeatures.Income.Index] = -Share * Base;
            double[] row = new double[FeatureSchema.Of<Applicant>().Columns];
            FeatureSchema.Of<Applicant>().Encode(instance, row);
            return new(instance, row, contributions, null) { Output = "score", Prediction = instance.Income, BaseValue = instance.Income + Base, Queries = 0, Explainer = this };
        });

        public Run<Applicant, Explanation<Applicant>> Begin(IModelInfo<Applicant> model, Applicant instance, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
