using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Guides;

internal static class FromLimePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        LoanApplication row = loans[3];

        // LimeTabularExplainer(X, mode="regression") with its defaults: quartiles, samples around the data's mean.
        Lime<LoanApplication> usual = new()
        {
            Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = loans, Samples = 5000 },
            Selection = FeatureSelection.Auto(10),
        };
        foreach ((Feature<LoanApplication> feature, double effect) in usual.Explain(model, row).Attribution.Ranked())
            console.WriteLine($"{feature.Name,-14} {effect,8:F4}");

        // discretize_continuous=False, sample_around_instance=True: effects per unit.
        Lime<LoanApplication> around = usual with { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Samples = 5000, Design = SamplingDesign.Independent } };
        Explanation<LoanApplication> explanation = around.Explain(model, row);
        console.WriteLine($"per 10,000 of income {10_000 * explanation.Attribution.AnnualIncome:F4}, score {explanation.Fit!.Value.R2:F3}, local prediction {explanation.LocalPrediction:F3}");
        // </page>
    }
}
