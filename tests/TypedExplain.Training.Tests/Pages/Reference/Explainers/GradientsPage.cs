using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Training.Tests.Pages.Reference.Explainers;

internal static class GradientsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        (Dataset<LoanApplication> train, Dataset<LoanApplication> test) = loans.WithTarget(loans.Rows.Select(Loans.Score)).Split(testFraction: 0.25, seed: 7);
        ExpoTrainer<LoanApplication> trainer = new() { HiddenUnits = [32], LearningRate = 0.01, MaxEpochs = 300, Seed = 7 };
        Mlp<LoanApplication> model = trainer.Train(train);

        // One number per column of the encoded record: age, income, three of housing, the flag.
        foreach (IGradientMap<LoanApplication> map in new IGradientMap<LoanApplication>[] { new GradientMap<LoanApplication>(), new SmoothGradient<LoanApplication>(), new IntegratedGradients<LoanApplication>() })
            console.WriteLine($"{map.Name,-20} {string.Join(", ", map.Map(model, loans[3]).Select(number => number.ToString("G2")))}");
        // </page>
    }
}
