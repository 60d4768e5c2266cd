using System.Globalization;
using TypedExplain.Decisions.Tests.Reasons.Support;

namespace TypedExplain.Decisions.Tests.Reasons.Statements;

/// <summary>What is stated: sums per code, the code that holds for the value, the reference, forests and thread counts.</summary>
public class StatedTests
{
    [Fact]
    public void Sums_per_code_are_those_of_the_arithmetic()
    {
        Stated<Applicant> stated = Assert.IsType<Stated<Applicant>>(Applicants.Reasons.State(Applicants.Score, Applicants.Poor));
        Applicant[] people = [.. Applicants.Past.Rows.Where(one => Applicants.Score.Predict(one) is >= 640 and <= 760)];
        Dictionary<string, double> expected = new()
        {
            ["R02"] = (people.Average(one => one.Debt) - 90_000) / 700,
            ["R07"] = (10_000 - people.Average(one => one.Income)) / 500,
            ["R11"] = -70 * (1 - people.Average(one => one.HasDefaulted ? 1 : 0)),
            ["R01"] = (2 * (1 - people.Average(one => one.YearsAtAddress))) + 2 - people.Average(one => one.YearsInCity),
            ["R03"] = 3 * (1 - people.Average(one => one.YearsEmployed)),
        };

        Assert.Equal(people.Length, stated.Reference.Count);
        Assert.Equal(expected.OrderBy(pair => pair.Value).Take(4).Select(pair => pair.Key), stated.Reasons.Select(reason => reason.Reason.CodeText));
        Assert.All(stated.Reasons, reason => Assert.Equal(expected[reason.Reason.CodeText], reason.Contribution, 9));
        Assert.Equal(people.Average(Applicants.Score.Predict), stated.BaseValue, 9);
        Assert.True(stated.IsExact);
        Assert.Equal(ApplicantReason.R07, stated.Reasons.Single(reason => reason.Reason.CodeText == "R07").Reason.Code);
    }

    [Fact]
    public void Features_behind_a_code_are_named_the_most_adverse_first()
    {
        IModel<Applicant> model = Model.From<Applicant>(one => one.YearsAtAddress + (5 * one.YearsInCity));
        StatedReason<Applicant> only = Assert.Single(Assert.IsType<Stated<Applicant>>(Applicants.AgainstAll.State(model, Applicants.Poor)).Reasons);

        Assert.Equal([ApplicantFeatures.YearsInCity, ApplicantFeatures.YearsAtAddress], only.Features.AsEnumerable());
    }

    [Theory]
    [InlineData(10_000, "R07")]
    [InlineData(190_000, "R08")]
    public void The_code_is_that_of_the_side_of_the_mean(double income, string code)
    {
        IModel<Applicant> model = Model.From<Applicant>(one => -Math.Abs(one.Income - 50_000));

        Assert.Equal(code, Assert.Single(Assert.IsType<Stated<Applicant>>(Applicants.AgainstAll.State(model, Applicants.Poor with { Income = income })).Reasons).Reason.CodeText);
    }

    [Theory]
    [InlineData(Lives.Rents, "R04")]
    [InlineData(Lives.WithParents, "R10")]
    public void The_code_is_that_of_the_category(Lives lives, string code)
    {
        IModel<Applicant> model = Model.From<Applicant>(one => one.Lives == lives ? 0 : 1);

        Assert.Equal(code, Assert.Single(Assert.IsType<Stated<Applicant>>(Applicants.AgainstAll.State(model, Applicants.Poor with { Lives = lives })).Reasons).Reason.CodeText);
    }

    [Fact]
    public void A_missing_value_has_its_own_code_and_a_value_speaks_for_being_there()
    {
        IModel<Applicant> missing = Model.From<Applicant>(one => one.Savings is null ? 0 : 1), there = Model.From<Applicant>(one => one.Savings is null ? 1 : 0);

        Assert.Equal("R06", Assert.Single(Assert.IsType<Stated<Applicant>>(Applicants.AgainstAll.State(missing, Applicants.Poor with { Savings = null })).Reasons).Reason.CodeText);
        Assert.Equal("R05", Assert.Single(Assert.IsType<Stated<Applicant>>(Applicants.AgainstAll.State(there, Applicants.Poor)).Reasons).Reason.CodeText);
    }

    [Theory]
    [InlineData(5, FavorableOutcome.High, 1)]
    [InlineData(8, FavorableOutcome.Low, 20)]
    public void The_band_lies_on_the_favorable_side_with_both_ends_in(double cutoff, FavorableOutcome favorable, int years)
    {
        Dataset<Applicant> past = new(Enumerable.Range(0, 21).Select(i => Applicants.Poor with { YearsEmployed = i }));
        PrincipalReasons<Applicant> reasons = new() { Reference = Reference.AtCutoff(past, cutoff, 3), Favorable = favorable };
        Stated<Applicant> stated = Assert.IsType<Stated<Applicant>>(reasons.State(Model.From<Applicant>(one => one.YearsEmployed), Applicants.Poor with { YearsEmployed = years }));

        Assert.Equal((4, 6.5), (stated.Reference.Count, stated.BaseValue));
    }

    [Fact]
    public void Who_is_at_the_cutoff_but_for_rounding_is_in_the_reference()
    {
        Dataset<Applicant> past = new(Enumerable.Range(0, 5).Select(i => Applicants.Poor with { YearsEmployed = i }));
        PrincipalReasons<Applicant> reasons = new() { Reference = Reference.AtCutoff(past, 0.3, 0) };

        // 3 · 0.1 is not 0.3 but the next number.
        Assert.Equal(1, Assert.IsType<Stated<Applicant>>(reasons.State(Model.From<Applicant>(one => one.YearsEmployed * 0.1), Applicants.Poor)).Reference.Count);
        Assert.Equal(1, Assert.IsType<Stated<Applicant>>(reasons.State(Model.From<Applicant>(one => 0.6 - (one.YearsEmployed * 0.1)), Applicants.Poor with { YearsEmployed = 4 })).Reference.Count);
    }

    [Fact]
    public void People_with_weights_are_as_many_people()
    {
        Dataset<Applicant> few = Applicants.Draw(12, seed: 2);
        double[] weights = [.. Enumerable.Range(0, 12).Select(i => 1.0 + (i % 3))];
        Dataset<Applicant> many = few.Select([.. Enumerable.Range(0, 12).SelectMany(i => Enumerable.Repeat(i, (int)weights[i]))]);
        Stated<Applicant> weighted = Assert.IsType<Stated<Applicant>>((Applicants.AgainstAll with { Reference = Reference.AllApplicants(new WeightedRows<Applicant>(few, weights)) }).State(Applicants.Score, Applicants.Poor));
        Stated<Applicant> repeated = Assert.IsType<Stated<Applicant>>((Applicants.AgainstAll with { Reference = Reference.AllApplicants(many) }).State(Applicants.Score, Applicants.Poor));

        Assert.Equal(repeated.Reasons.Select(reason => reason.Reason), weighted.Reasons.Select(reason => reason.Reason));
        Assert.All(repeated.Reasons.Zip(weighted.Reasons), pair => Assert.Equal(pair.First.Contribution, pair.Second.Contribution, 9));
        Assert.NotEqual(repeated.Reference.Sha256, weighted.Reference.Sha256);
    }

    [Fact]
    public void A_low_score_that_is_good_mirrors_a_high_one()
    {
        IModel<Applicant> risk = Model.From<Applicant>(one => -Applicants.Score.Predict(one));
        Stated<Applicant> high = Assert.IsType<Stated<Applicant>>(Applicants.Reasons.State(Applicants.Score, Applicants.Poor));
        Stated<Applicant> low = Assert.IsType<Stated<Applicant>>(new PrincipalReasons<Applicant> { Reference = Reference.AtCutoff(Applicants.Past, -640, 120), Favorable = FavorableOutcome.Low }.State(risk, Applicants.Poor));

        Assert.Equal(high.Reference.Sha256, low.Reference.Sha256);
        Assert.Equal(high.Reasons.Select(reason => (reason.Reason.CodeText, -reason.Contribution)), low.Reasons.Select(reason => (reason.Reason.CodeText, reason.Contribution)));
    }

    [Theory]
    [InlineData(1_000.0)]
    [InlineData(null)]
    public void A_forest_is_read_exactly(double? savings)
    {
        Dataset<Applicant> train = Applicants.Draw(200, seed: 3);
        Forest<Applicant> forest = new RandomForest<Applicant> { Trees = 20, Seed = 1 }.Train(train.WithTarget(train.Rows.Select(Applicants.Score.Predict)));
        Applicant person = Applicants.Poor with { Savings = savings };
        PrincipalReasons<Applicant> reasons = Applicants.AgainstAll with { MaxReasons = 4 };
        Stated<Applicant> read = Assert.IsType<Stated<Applicant>>(reasons.State(forest, person));
        Stated<Applicant> asked = Assert.IsType<Stated<Applicant>>(reasons.State(Model.FromRows<Applicant>(forest.Score), person));

        Assert.Equal("TreeSHAP", read.Explainer.Name);
        Assert.Equal("KernelSHAP", asked.Explainer.Name);
        Assert.Equal(asked.Reasons.Select(reason => reason.Reason), read.Reasons.Select(reason => reason.Reason));
        Assert.All(asked.Reasons.Zip(read.Reasons), pair => Assert.Equal(pair.First.Contribution, pair.Second.Contribution, 9));
        Assert.True(read.IsExact && asked.IsExact);
        Assert.Equal(read.ToJson(), (reasons with { Explainer = new TreeShap<Applicant>() }).State(forest, person).ToJson());
    }

    /// <summary>Against a slow and independent reckoning: of random people under a model whose features act together.</summary>
    [Fact]
    public void The_ranking_is_that_of_a_plain_reckoning()
    {
        KernelShap<Applicant> shap = new() { Background = Applicants.Past, ExactUpTo = 12 };
        Dictionary<string, int> seen = [];
        foreach (Applicant person in Applicants.Draw(20, seed: 21).Rows)
        {
            Contributions<Applicant> contributions = shap.Values(Applicants.Mixed, person).Contributions;
            var expected = PlainReckoning.Of(contributions, person).Where(pair => pair.Sum < -1e-6).OrderBy(pair => pair.Sum).Take(4).ToArray();
            ReasonStatement<Applicant> statement = Applicants.AgainstAll.State(Applicants.Mixed, person);
            string kind = statement is ReasonsRefused<Applicant> refused ? refused.Cause.ToString() : "stated";
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
            if (statement is Stated<Applicant> stated)
            {
                Assert.Equal(expected.Select(pair => pair.Code), stated.Reasons.Select(reason => reason.Reason.CodeText));
                Assert.All(expected.Zip(stated.Reasons), pair => Assert.Equal(pair.First.Sum, pair.Second.Contribution, 9));
            }
            else
            {
                Assert.Equal(expected.Length == 0 ? "NothingAdverse" : "ReasonlessFeature", kind);
                Assert.True(expected.Length == 0 || expected.Any(pair => pair.Code.StartsWith('!')));
            }
        }

        Assert.True(seen["stated"] > 2 && seen["ReasonlessFeature"] > 2, string.Join(", ", seen));
    }

    [Fact]
    public void Orders_are_drawn_where_every_coalition_is_beyond_the_budget()
    {
        PrincipalReasons<Applicant> reasons = Applicants.AgainstAll with { MaxReasons = 2, MaxQueries = 2_000_000 };
        Stated<Applicant> exact = Assert.IsType<Stated<Applicant>>(reasons.State(Applicants.Mixed, Applicants.Poor)), drawn = Assert.IsType<Stated<Applicant>>((reasons with { MaxQueries = 80_000, Confidence = 0.999 }).State(Applicants.Mixed, Applicants.Poor));

        Assert.Equal(("KernelSHAP", "PermutationSHAP"), (exact.Explainer.Name, drawn.Explainer.Name));
        Assert.Equal(exact.Reasons.Select(reason => reason.Reason), drawn.Reasons.Select(reason => reason.Reason));
        Assert.All(exact.Reasons.Zip(drawn.Reasons), pair => Assert.InRange(pair.First.Contribution, pair.Second.Interval!.Value.Lower, pair.Second.Interval.Value.Upper));
        Assert.InRange(drawn.Queries, 1, 80_000);
    }

    [Fact]
    public void Many_at_once_are_the_same_for_any_number_of_threads()
    {
        IReadOnlyList<Applicant> people = [.. Applicants.Draw(24, seed: 5).Rows];
        string[] one = [.. people.Select(person => Applicants.Reasons.State(Applicants.Mixed, person).ToString()!)];

        Assert.Contains(one, text => text.Contains("1. ", StringComparison.Ordinal));
        Assert.All([1, 4], threads => Assert.Equal(one, Applicants.Reasons.StateMany(Applicants.Mixed, people, threads).Results.Select(statement => statement.ToString())));
    }

    [Fact]
    public void Sampled_contributions_have_intervals_that_hold_the_exact_ones()
    {
        PrincipalReasons<Applicant> exact = Applicants.Reasons with { MaxReasons = 2 };
        Stated<Applicant> known = Assert.IsType<Stated<Applicant>>(exact.State(Applicants.Mixed, Applicants.Poor));
        Stated<Applicant> sampled = Assert.IsType<Stated<Applicant>>((exact with { Explainer = new PermutationShap<Applicant> { Background = Applicants.Past, Seed = 3 } }).State(Applicants.Mixed, Applicants.Poor));

        Assert.Equal(known.Reasons.Select(reason => reason.Reason), sampled.Reasons.Select(reason => reason.Reason));
        Assert.False(sampled.IsExact);
        Assert.All(known.Reasons.Zip(sampled.Reasons), pair => Assert.InRange(pair.First.Contribution, pair.Second.Interval!.Value.Lower, pair.Second.Interval.Value.Upper));
        Assert.Equal(known.BaseValue, sampled.BaseValue, 9);
    }

    [Fact]
    public void A_linear_explanation_states_what_SHAP_values_do_where_the_model_is_linear()
    {
        IModel<Applicant> model = Applicants.Linear(income: 0.001, debt: -0.002, address: 3, employed: 0.5);
        Stated<Applicant> shap = Assert.IsType<Stated<Applicant>>((Applicants.AgainstAll with { MaxReasons = 2 }).State(model, Applicants.Poor));
        Stated<Applicant> linear = Assert.IsType<Stated<Applicant>>((Applicants.AgainstAll with { MaxReasons = 2, Linear = new Lime<Applicant> { Neighborhood = new GaussianNeighborhood<Applicant> { Background = Applicants.Past, Samples = 2000 }, Ridge = 1e-6 } }).State(model, Applicants.Poor));

        Assert.Equal(shap.Reasons.Select(reason => reason.Reason), linear.Reasons.Select(reason => reason.Reason));
        Assert.All(shap.Reasons.Zip(linear.Reasons), pair => Assert.Equal(pair.First.Contribution, pair.Second.Contribution, 3));
    }

    [Fact]
    public void A_text_in_a_language_and_as_a_table()
    {
        Stated<Applicant> stated = Assert.IsType<Stated<Applicant>>((Applicants.Reasons with { MaxReasons = 1 }).State(Applicants.Score, Applicants.Poor));

        Assert.Equal("1. " + stated.Reasons[0].Reason.Text + "\n", stated.ToText(CultureInfo.InvariantCulture));
        Assert.Contains(stated.Reasons[0].Reason.CodeText, stated.ToString());
        Assert.Contains(stated.Reference.Sha256[..12], stated.ToString());
    }

    [Fact]
    public void A_rule_denies_before_the_model_is_asked()
    {
        IModel<Applicant> never = Model.From<Applicant>(_ => throw new InvalidOperationException("asked"));
        PrincipalReasons<Applicant> reasons = Applicants.Reasons with
        {
            Rules =
            [
                AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted),
                AutomaticDenial.When(FeatureSchema.Of<Applicant>().Reasons[0], one => one.Income < 20_000),
                AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.Debt > 0),
            ],
        };
        AutomaticDenial<Applicant> denied = Assert.IsType<AutomaticDenial<Applicant>>(reasons.State(never, Applicants.Poor));

        Assert.Equal(["R11", FeatureSchema.Of<Applicant>().Reasons[0].CodeText], denied.Reasons.Select(reason => reason.CodeText));
        Assert.Equal(0, denied.Queries);
        Assert.Contains("2. ", denied.ToText(CultureInfo.InvariantCulture));
    }
}
