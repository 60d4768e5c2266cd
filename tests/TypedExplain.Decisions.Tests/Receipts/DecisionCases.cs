using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Decisions.Tests.Recourses;
using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Receipts;

/// <summary>One receipt of each kind of decision, with what replays it.</summary>
internal static class DecisionCases
{
    public static IModel<Applicant> Score { get; } = Applicants.Score.Identified("score", "1", new string('a', 64));

    public static IModel<Borrower> Income { get; } = Model.From<Borrower>(one => one.Income + one.Age + (one.HasDefaulted ? 0 : 5_000)).Identified("income", "1", new string('b', 64));

    public static PrincipalReasons<Applicant> Rules { get; } = Applicants.Reasons with { Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted)] };

    public static Recourse<Borrower> Recourse { get; } = new()
    {
        Wanted = answer => answer >= 34_000 && answer <= 90_000,
        Alternatives = 3,
        Examples = new Dataset<Borrower>([Borrower.One with { Income = 40_000 }, Borrower.One]),
    };

    public static Recourse<Borrower> NoneWithin { get; } = Recourse with { MaxQueries = 300, Wanted = answer => answer >= 100_000 };

    public static Recourse<Borrower> Dear { get; } = Recourse with { Wanted = answer => answer >= 36_000, Alternatives = 1, Costs = new IncomeIsDear(3) };

    public static Dictionary<string, Decision> All { get; } = new()
    {
        ["stated"] = Of(Score, Applicants.Reasons, Applicants.Poor),
        ["stated from samples"] = Of(Applicants.Mixed.Identified("mixed", "1", new string('c', 64)), Applicants.AgainstAll with { Explainer = new PermutationShap<Applicant> { Background = Applicants.Past }, MaxReasons = 2 }, Applicants.Poor),
        ["stated of one output"] = Of(
            Model.From<Applicant>(["good", "bad"], (one, scores) => (scores[0], scores[1]) = (Applicants.Score.Predict(one), -Applicants.Score.Predict(one))).Identified("both", "1", new string('d', 64)),
            Applicants.Reasons,
            Applicants.Poor,
            "good"),
        ["refused"] = Of(Applicants.Linear(foreign: -1000).Identified("foreign", "1", new string('e', 64)), Applicants.AgainstAll, Applicants.Poor with { IsForeign = true }),
        ["not adverse"] = Of(Score, Applicants.Reasons, Applicants.Poor with { Income = 190_000 }),
        ["denied"] = Of(Score, Rules, Applicants.Poor),
        ["found"] = Of(Income, Recourse, Borrower.One),
        ["found by own costs"] = Of(Income, Dear, Borrower.One),
        ["none"] = Of(Income, new() { Wanted = answer => answer < 0 }, Borrower.One),
        ["exhausted"] = Of(Income, NoneWithin, Borrower.One),
        ["protected"] = Of(Model.From<Swap>(one => one.Secret == Home.Owns ? 1 : 0).Identified("secret", "1", new string('f', 64)), new() { Wanted = answer => answer >= 1 }, new Swap(Home.WithParents, 3)),
    };

    private static Decision Of(IModel<Applicant> model, PrincipalReasons<Applicant> reasons, Applicant applicant, string? output = null)
    {
        ReasonStatement<Applicant> statement = reasons.State(output is null ? model : model.Output(output), applicant);
        return new Decision<Applicant>(statement, applicant, content => Receipt.Of(statement, model, content), receipt => receipt.Replay(model, reasons), receipt => receipt.ReadReasons());
    }

    private static Decision Of<T>(IModel<T> model, Recourse<T> recourse, T instance)
        where T : IFeatureRecord<T>
    {
        RecourseOutcome<T> outcome = recourse.Find(model, instance);
        return new Decision<T>(outcome, instance, content => Receipt.Of(outcome, model, content), receipt => receipt.Replay(model, recourse), receipt => receipt.ReadRecourse());
    }
}
