using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Training.Tests.Pages.Reference.Regularizers;

internal static class OneFeatureFidelityPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        (Dataset<LoanApplication> train, Dataset<LoanApplication> test) = loans.WithTarget(loans.Rows.Select(Loans.Score)).Split(testFraction: 0.25, seed: 7);
        ExpoTrainer<LoanApplication> trainer = new() { HiddenUnits = [32], LearningRate = 0.01, MaxEpochs = 300, Seed = 7 };

        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = train } };
        NeighborhoodFidelity<LoanApplication> around = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = train, Samples = 6, Radius = 0.1 } };
        foreach (ExpoTrainer<LoanApplication> with in new[] { trainer, trainer with { Regularizer = new OneFeatureFidelityRegularizer<LoanApplication> { Weight = 0.5 } } })
        {
            Mlp<LoanApplication> model = with.Train(train);
            double error = test.Rows.Average(loan => Math.Abs(model.Predict(loan) - Loans.Score(loan)));
            console.WriteLine($"{with.Regularizer?.Name ?? "none"}: off by {error:F3}, LIME's squared error around the instances {around.Evaluate(lime, model, test).Mean:E1}");
        }
        // </page>
    }
}
