using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class PermutationShapPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        PermutationShap<LoanApplication> shap = new() { Background = loans.Summarize(10), Permutations = 10, Seed = 7 };

        console.WriteLine(shap.Plan(model, loans[3]));
        ShapValues<LoanApplication> values = shap.Values(model, loans[3]);
        console.WriteLine(values);
        console.WriteLine($"standard error of the income's share: {values.StandardErrors!.AnnualIncome:F4}");
        // </page>
    }
}
