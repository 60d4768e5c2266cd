using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class KernelShapPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        KernelShap<LoanApplication> shap = new() { Background = loans };

        console.WriteLine(shap.Plan(model, loans[3]));
        ShapValues<LoanApplication> values = shap.Values(model, loans[3]);
        console.WriteLine(values);
        console.WriteLine($"the income's share of the answer: {values.Contributions.AnnualIncome:F4}");

        // A few weighted rows that stand for the background make it cheaper.
        KernelShap<LoanApplication> cheaper = shap with { Background = loans.Summarize(10) };
        console.WriteLine($"{cheaper.Plan(model, loans[3]).Queries} rows: {cheaper.Values(model, loans[3]).Contributions.AnnualIncome:F4}");
        // </page>
    }
}
