using System.Text;
using TypedExplain.Decisions;
using TypedExplain.Fuzz.Mutators;

namespace TypedExplain.Fuzz;

/// <summary>The readers of what is told about decisions: statements and reports of principal reasons, and outcomes of recourse.</summary>
internal static class DecisionReaders
{
    private const double Cutoff = 0;

    private static readonly Customer[] s_people = [.. Enumerable.Range(0, 40).Select(i => new Customer(i % 7, i % 5 == 0 ? null : i % 10, (Verdict)(i % 2), i % 3 == 0))];

    private static readonly IModel<Customer> s_model = Model.From<Customer>(one => one.Income - 3 + ((one.Savings ?? -2) / 8.0) + (one.Owner == Verdict.Yes ? 0.5 : 0) - (one.InArrears ? 1 : 0));

    private static readonly PrincipalReasons<Customer> s_reasons = new() { Reference = Reference.AtCutoff(new Dataset<Customer>(s_people), Cutoff, 3) };

    private static readonly Recourse<Customer> s_recourse = new() { Wanted = answer => answer >= Cutoff, Alternatives = 2 };

    public static IReadOnlyList<Reader> All { get; } =
    [
        new("reason-statement", Statements, TextMutator.Mutate, bytes => IsFinite(ReasonStatement<Customer>.FromJson(bytes))) { PerByte = 400 },
        new("reason-report", Reports, TextMutator.Mutate, bytes => ReasonReport<Customer>.FromJson(bytes) is var report && double.IsFinite(report.Deletion.MeanMove) && report.ToString().Length > 0) { PerByte = 400 },
        new("recourse", Outcomes, TextMutator.Mutate, bytes => IsFinite(RecourseOutcome<Customer>.FromJson(bytes))) { PerByte = 400, Long = Crowded },
    ];

    private static byte[][] Statements() =>
    [
        .. ((PrincipalReasons<Customer>[])
        [
            s_reasons,
            s_reasons with { Explainer = new PermutationShap<Customer> { Background = new Dataset<Customer>(s_people), Permutations = 20 } },
            s_reasons with { Rules = [AutomaticDenial.When(CustomerReason.R3, (Customer one) => one.InArrears)] },
        ]).SelectMany(reasons => new[] { s_people[0], s_people[1], s_people[6] }.Select(one => Encoding.UTF8.GetBytes(reasons.State(s_model, one).ToJson()))),
    ];

    private static byte[][] Reports()
    {
        ReasonReport<Customer> before = ReasonReport<Customer>.Of(s_reasons, s_model, s_people[..20]);
        ReasonReport<Customer> now = ReasonReport<Customer>.Of(s_reasons, s_model, s_people, new() { Segments = [ReasonSegments.By(CustomerFeatures.Owner)], SecondMethod = s_reasons, Earlier = before });
        return [Encoding.UTF8.GetBytes(before.ToJson()), Encoding.UTF8.GetBytes(now.ToJson())];
    }

    private static byte[][] Outcomes() =>
    [
        Encoding.UTF8.GetBytes(s_recourse.Find(s_model, s_people[1]).ToJson()),
        Encoding.UTF8.GetBytes((s_recourse with { Wanted = answer => answer >= 99 }).Find(s_model, s_people[1]).ToJson()),
        Encoding.UTF8.GetBytes((s_recourse with { Wanted = answer => answer >= 4 && answer <= 4.01, MaxQueries = 20 }).Find(s_model, s_people[0]).ToJson()),
    ];

    /// <summary>With a reachable set of so many digits.</summary>
    private static byte[] Crowded(int digits) => Encoding.UTF8.GetBytes(s_recourse.Find(s_model, s_people[1]).ToJson().Replace("\"reachable\":\"", "\"reachable\":\"" + new string('9', digits), StringComparison.Ordinal));

    private static bool IsFinite(ReasonStatement<Customer> statement) => statement.ToString()!.Length > 0 &&
        (statement is not Stated<Customer> stated || (double.IsFinite(stated.Score) && double.IsFinite(stated.BaseValue) && stated.Reasons.All(reason => double.IsFinite(reason.Contribution))));

    private static bool IsFinite(RecourseOutcome<Customer> outcome)
    {
        IReadOnlyList<RecourseAction<Customer>> actions = outcome switch
        {
            Found<Customer> found => found.Actions,
            NoRecourse<Customer> { Best: { } best } => [best],
            BudgetExhausted<Customer> { Best: { } best } => [best],
            _ => [],
        };
        return double.IsFinite(outcome.Answer) && outcome.ToString()!.Length > 0
            && actions.All(action => double.IsFinite(action.Cost) && double.IsFinite(action.Answer) && action.Changes.All(change => double.IsFinite(change.From) && double.IsFinite(change.To)));
    }
}
