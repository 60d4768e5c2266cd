using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class TreeShapPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 30, Seed = 1 }.Train(loans.WithTarget(loans.Rows.Select(Loans.Score)));
        TreeShap<LoanApplication> shap = new();

        console.WriteLine(shap.Plan(forest, loans[3]));
        console.WriteLine(shap.Values(forest, loans[3]));

        // With a background, absent features take the values of its rows, as in KernelSHAP.
        TreeShap<LoanApplication> interventional = new() { Expectation = TreeExpectation.Interventional, Background = loans };
        console.WriteLine($"income: {interventional.Values(forest, loans[3]).Contributions.AnnualIncome:F4}");

        // What two features add only together.
        foreach (ShapInteraction<LoanApplication> pair in shap.Interactions(forest, loans[3]).Pairs.OrderByDescending(pair => Math.Abs(pair.Value)).Take(2))
            console.WriteLine($"{pair.Name}: {pair.Value:F4}");
        // </page>
    }
}
