using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of docs/plan.md. The lines between the marks stand there word for word.</summary>
internal static class PlanPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 30 }.Train(loans.WithTarget(loans.Rows.Select(Loans.Score)));
        KernelShap<LoanApplication> shap = new() { Background = loans };
        console.WriteLine(shap.Plan(forest, loans[3]));

        Certifier<LoanApplication> certifier = new() { Explainer = new Linex<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans } } };
        console.WriteLine(certifier.Plan(forest, loans[3]));

        // A night's work, and whether it fits into what may be spent.
        ExplanationPlan<LoanApplication> night = certifier.Explainer.PlanMany(forest, loans.Rows);
        console.WriteLine($"{night.Queries} rows in {night.Batches} batches, within the budget: {night.IsWithin(new QueryBudget { MaxRows = 30_000 })}");
        // </page>
    }
}
