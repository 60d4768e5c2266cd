using System.Globalization;

namespace TypedExplain.Decisions.Tests.Pages.Guides;

internal static class CreditDecisionPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // Past applicants and who paid back; a forest learns it.
        Dataset<LoanRequest> past = new(Enumerable.Range(0, 200).Select(i => new LoanRequest(
            Income: 15_000 + (1_000 * (37 * i % 61)), Debt: 1_000 * (53 * i % 41), YearsAtJob: 29 * i % 20, HasDefaulted: i % 7 == 0)));
        Forest<LoanRequest> forest = new RandomForest<LoanRequest> { Trees = 50, Seed = 7 }.Train(past.WithTarget(past.Rows.Select(one =>
            one.Income + (2_000 * one.YearsAtJob) > one.Debt + 30_000 + (one.HasDefaulted ? 20_000 : 0) ? 1.0 : 0)));
        IModel<LoanRequest> model = forest.Identified("credit", "2026-11");

        // Somebody is denied: below 0.5.
        LoanRequest applicant = new(Income: 24_000, Debt: 30_000, YearsAtJob: 4, HasDefaulted: false);
        console.WriteLine($"score {model.Predict(applicant):F2}");

        // 1. Is there an explanation to rely on? The lender looks at it.
        Explanation<LoanRequest> explanation = new Linex<LoanRequest> { Neighborhood = new GaussianNeighborhood<LoanRequest> { Background = past } }.Explain(model, applicant);
        console.WriteLine(explanation);

        // 2. What the applicant is told: the principal reasons, against people who were just accepted.
        PrincipalReasons<LoanRequest> reasons = new() { Reference = Reference.AtCutoff(past, cutoff: 0.5, band: 0.3), MaxReasons = 2 };
        ReasonStatement<LoanRequest> statement = reasons.State(model, applicant);
        console.WriteLine(statement switch
        {
            Stated<LoanRequest> stated => stated.ToText(CultureInfo.InvariantCulture),
            AutomaticDenial<LoanRequest> denied => denied.ToText(CultureInfo.InvariantCulture),
            ReasonsRefused<LoanRequest> refused => $"{refused.Cause}: {refused.Explanation}",
        });

        // 3. What would have changed the decision.
        console.WriteLine(new Recourse<LoanRequest> { Wanted = answer => answer >= 0.5 }.Find(model, applicant) switch
        {
            Found<LoanRequest> found => $"{found.Actions[0]}",
            NoRecourse<LoanRequest> none => $"{none}",
            BudgetExhausted<LoanRequest> undecided => $"{undecided}",
        });

        // 4. Kept, so that it can be made again and compared to the bit.
        Receipt<LoanRequest> receipt = Receipt<LoanRequest>.FromJson(Receipt.Of(statement, model).ToJson());
        console.WriteLine(receipt.Replay(model, reasons));
        // </page>
    }
}

// <types>
/// <summary>A request for a loan, with what may change and what is told where it counts against somebody.</summary>
[FeatureRecord]
public sealed partial record LoanRequest(
    [Numeric(0, 200_000, Unit = "EUR"), Step(1_000), OnlyIncreases, Reason("R1", "Income too low for the amount requested")] double Income,
    [Numeric(0, 100_000, Unit = "EUR"), Step(1_000), OnlyDecreases, Reason("R2", "Too many other debts")] double Debt,
    [Numeric(0, 40), OnlyIncreases, Step(1, AtMost = 3), Reason("R3", "Too short in the present job")] int YearsAtJob,
    [Immutable, Reason("R4", "An earlier loan was not paid back", When = Adverse.True)] bool HasDefaulted);

// </types>
