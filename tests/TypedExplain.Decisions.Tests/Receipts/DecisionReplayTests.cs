using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Decisions.Tests.Recourses;
using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Receipts;

/// <summary>A replay of a decision says what is other where something is.</summary>
public class DecisionReplayTests
{
    private static readonly Receipt<Borrower> s_recourse = Read(Receipt.Of(DecisionCases.Recourse.Find(DecisionCases.Income, Borrower.One), DecisionCases.Income));

    private static readonly Receipt<Applicant> s_reasons = Read(Receipt.Of(Applicants.Reasons.State(DecisionCases.Score, Applicants.Poor), DecisionCases.Score));

    [Fact]
    public void Another_model()
    {
        Differs recourse = Assert.IsType<Differs>(s_recourse.Replay(Model.From<Borrower>(one => one.Income + one.Age + (one.HasDefaulted ? 0 : 4_900)).Identified("income", "2", new string('c', 64)), DecisionCases.Recourse));
        Assert.Equal([ReplayCause.OtherModel], recourse.Reasons.Select(reason => reason.Cause));
        Assert.Contains(recourse.Differences, difference => difference is { Place: "actions.0.answer", By: -100 });
        Differs reasons = Assert.IsType<Differs>(s_reasons.Replay(Model.From<Applicant>(one => Applicants.Score.Predict(one) - (one.Income / 1000)), Applicants.Reasons));
        Assert.Equal([ReplayCause.OtherAnswers], reasons.Reasons.Select(reason => reason.Cause));
        Assert.Contains(reasons.Differences, difference => difference is { Place: "score", By: -10 });
        Assert.Contains(reasons.Differences, difference => difference.Place == "reasons.0.contribution");
    }

    [Fact]
    public void Other_options()
    {
        Differs wanted = Assert.IsType<Differs>(s_recourse.Replay(DecisionCases.Income, DecisionCases.Recourse with { Wanted = answer => answer >= 34_001 && answer <= 90_000 }));
        Assert.Equal("what was given to make the result again has other options: minimum was 34000, is 34001 (+1e+0)", Assert.Single(wanted.Reasons).Text);
        Differs examples = Assert.IsType<Differs>(s_recourse.Replay(DecisionCases.Income, DecisionCases.Recourse with { Examples = null }));
        Assert.Contains("examples", Assert.Single(examples.Reasons).Text);
        Differs seed = Assert.IsType<Differs>(s_reasons.Replay(DecisionCases.Score, Applicants.Reasons with { Seed = 1 }));
        Assert.Equal(ReplayCause.OtherOptions, Assert.Single(seed.Reasons).Cause);
        Assert.EndsWith("\nevery number came out the same", seed.ToString());
        Differs people = Assert.IsType<Differs>(s_reasons.Replay(DecisionCases.Score, Applicants.Reasons with { Reference = Reference.AtCutoff(Applicants.Draw(80, seed: 2), cutoff: 640, band: 120) }));
        Assert.Contains("reference.applicants", people.Reasons[0].Text);
        Assert.Contains(people.Differences, difference => difference.Place == "reference.sha256");
        Differs rules = Assert.IsType<Differs>(s_reasons.Replay(DecisionCases.Score, DecisionCases.Rules));
        Assert.Contains("rules was 0 items, is 1 item", rules.Reasons[0].Text);
    }

    /// <summary>Two costs of one type have one description; that this is so is said where the outcome comes out otherwise.</summary>
    [Fact]
    public void What_options_do_not_tell()
    {
        Receipt<Borrower> receipt = Read(Receipt.Of(DecisionCases.Dear.Find(DecisionCases.Income, Borrower.One), DecisionCases.Income));
        Assert.Contains("\"costs\":{\"options\":\"not described\",\"type\":\"IncomeIsDear\"}", receipt.Explainer.ToString());
        Assert.Equal("identical", receipt.Replay(DecisionCases.Income, DecisionCases.Dear).ToString());

        Differs differs = Assert.IsType<Differs>(receipt.Replay(DecisionCases.Income, DecisionCases.Dear with { Costs = new IncomeIsDear(4) }));
        Assert.StartsWith("the options tell Costs by its type only", Assert.Single(differs.Reasons).Text);
        Differs none = Assert.IsType<Differs>(receipt.Replay(DecisionCases.Income, DecisionCases.Dear with { Costs = null }));
        Assert.Equal([ReplayCause.OtherOptions], none.Reasons.Select(reason => reason.Cause));

        Receipt<Applicant> denied = Read(Receipt.Of(DecisionCases.Rules.State(DecisionCases.Score, Applicants.Poor), DecisionCases.Score));
        Differs never = Assert.IsType<Differs>(denied.Replay(DecisionCases.Score, DecisionCases.Rules with { Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant _) => false)] }));
        Assert.StartsWith("the options tell Rules by their reasons only", Assert.Single(never.Reasons).Text);
    }

    [Fact]
    public void Protected_values_are_masked()
    {
        Receipt<Swap> receipt = Read(Receipt.Of(new Recourse<Swap> { Wanted = answer => answer >= 1 }.Find(Secret(Home.Owns), new Swap(Home.WithParents, 3)), Secret(Home.Owns)));
        Differs differs = Assert.IsType<Differs>(receipt.Replay(Secret(Home.Rents), new Recourse<Swap> { Wanted = answer => answer >= 1 }));

        ReplayDifference change = Assert.Single(differs.Differences, difference => difference.Place == "actions.0.changes.Secret.to");
        Assert.Equal(("(protected)", "(protected)", null), (change.Was, change.Now, change.By));
        Assert.DoesNotContain(differs.Differences, difference => difference.Place.Contains("after"));

        static IModel<Swap> Secret(Home home) => Model.From<Swap>(one => one.Secret == home ? 1 : 0);
    }

    [Fact]
    public void What_made_it_is_asked_for()
    {
        Assert.Equal("cannot be replayed: the result is a result of the form Recourse, which the options in the receipt do not make again; give what made it: receipt.Replay(model, ...)", s_recourse.Replay(DecisionCases.Income).ToString());
        Assert.StartsWith("cannot be replayed: the result is a result of the form Reasons", s_reasons.Replay(DecisionCases.Score, new KernelShap<Applicant> { Background = Applicants.Past }).ToString());
        PrincipalReasons<Borrower> reasons = new() { Reference = Reference.AllApplicants(new Dataset<Borrower>([Borrower.One])) };
        Assert.StartsWith("cannot be replayed: The receipt is of a result of the form Recourse, and TypedExplain.PrincipalReasons makes none", s_recourse.Replay(DecisionCases.Income, reasons).ToString());
        Receipt<Applicant> shap = Receipt.Of(new KernelShap<Applicant> { Background = Applicants.Past }.Values(DecisionCases.Score, Applicants.Poor), DecisionCases.Score);
        Assert.StartsWith("cannot be replayed: The receipt is of SHAP values, and TypedExplain.PrincipalReasons makes none", shap.Replay(DecisionCases.Score, Applicants.Reasons).ToString());
        Assert.Null(shap.ReadReasons());
        Assert.Null(shap.ReadRecourse());
    }

    /// <summary>A receipt that keeps a result as its JSON does not let protected values through.</summary>
    [Fact]
    public void A_kept_result_withholds_nothing_and_says_so()
    {
        Assert.Equal(DecisionCases.Recourse.Find(DecisionCases.Income, Borrower.One).ToJson(), s_recourse.Result!.ToJson());
        Assert.Contains("Read it with FromJson", Assert.Throws<InvalidOptionException>(() => s_recourse.Result!.ToJson(ProtectedValues.Withheld)).Message);
    }

    private static Receipt<T> Read<T>(Receipt<T> receipt)
        where T : IFeatureRecord<T> => Receipt<T>.FromJson(receipt.ToJson());
}
