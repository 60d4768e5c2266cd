using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Training.Tests.Pages.Reference.Explainers;

internal static class SennPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        Dataset<LoanApplication> labeled = loans.WithLabels(loans.Rows.Select(loan => Loans.Score(loan) >= 0.7 ? Decision.Granted : Decision.Denied));
        (Dataset<LoanApplication> train, Dataset<LoanApplication> validation) = labeled.Split(testFraction: 0.25, seed: 7);

        Senn<LoanApplication> model = new SennTrainer<LoanApplication> { LearningRate = 0.01, Epochs = 100, Seed = 7 }.Train(train, validation);
        SennExplanation<LoanApplication> explanation = model.Explain(loans[3]);
        console.WriteLine($"{explanation.Output}: {explanation.Predict(loans[3]):P0}");
        foreach (Feature<LoanApplication> feature in FeatureSchema.Of<LoanApplication>().Features)
            console.WriteLine($"{feature.Name,-14} {explanation.Contributions[feature]:+0.000;-0.000}");
        console.WriteLine($"{"constant",-14} {explanation.Constant:+0.000;-0.000}");
        // </page>
    }

    private enum Decision
    {
        Denied,
        Granted,
    }
}
