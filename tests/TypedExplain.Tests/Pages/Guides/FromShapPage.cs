using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Guides;

internal static class FromShapPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        LoanApplication row = loans[3];

        // shap.Explainer(model, background): any model, exact up to 8 features.
        KernelShap<LoanApplication> explainer = new() { Background = loans.Summarize(20) };
        ShapValues<LoanApplication> values = explainer.Values(model, row);

        // values.base_values, values.values, values.values[names.index("AnnualIncome")]
        console.WriteLine($"base {values.BaseValue:F4}, sum {values.Contributions.AsSpan().ToArray().Sum():F4}, answer {values.Prediction:F4}");
        console.WriteLine($"income {values.Contributions.AnnualIncome:F4}");

        // shap.TreeExplainer(forest): exact, from the trees.
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 30 }.Train(loans.WithTarget(loans.Rows.Select(Loans.Score)));
        console.WriteLine($"income by the trees {new TreeShap<LoanApplication>().Values(forest, row).Contributions.AnnualIncome:F4}");

        // explainer(X), then np.abs(values).mean(0): importance over many rows.
        ShapValues<LoanApplication>[] all = [.. loans.Rows.Select(loan => explainer.Values(model, loan))];
        foreach (Feature<LoanApplication> feature in FeatureSchema.Of<LoanApplication>().Features)
            console.WriteLine($"{feature.Name,-14} {all.Average(one => Math.Abs(one.Contributions[feature])):F4}");
        // </page>
    }
}
