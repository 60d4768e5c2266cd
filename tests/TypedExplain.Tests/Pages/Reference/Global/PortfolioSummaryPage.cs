using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Global;

/// <summary>The program of docs/reference/global/portfolio-summary.md. The lines between the marks stand there word for word.</summary>
internal static class PortfolioSummaryPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        KernelShap<LoanApplication> shap = new() { Background = loans };

        // One explanation after another; nothing of a row is kept but sums and counts.
        PortfolioSummary<LoanApplication> first = new(new() { Background = loans, Segments = [LoanApplicationFeatures.Housing] }), second = new(first.Options);
        foreach (LoanApplication loan in loans.Rows.Take(20))
            first.Add(shap.Values(model, loan));

        // Another machine did the rest; its summary travels as JSON and is merged.
        foreach (LoanApplication loan in loans.Rows.Skip(20))
            second.Add(shap.Values(model, loan));
        first.Merge(PortfolioSummary<LoanApplication>.FromJson(second.ToJson(), first.Options));
        console.WriteLine(first);

        foreach (FeatureSummary<LoanApplication> feature in first.Ranked())
            console.WriteLine($"{feature.Feature}: {first.Importance[feature.Feature]:F3} on average");
        // </page>
    }
}
