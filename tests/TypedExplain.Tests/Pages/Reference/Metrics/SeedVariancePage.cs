using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Metrics;

internal static class SeedVariancePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        Dataset<LoanApplication> some = loans.Select([.. Enumerable.Range(0, 10)]);
        foreach (int samples in new[] { 100, 400, 1600 })
        {
            Linex<LoanApplication> drawn = linex with { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3, Samples = samples } };
            Score score = new SeedVariance<LoanApplication> { Explainer = seed => drawn with { Seed = seed }, Runs = 3 }.Evaluate(drawn, model, some);
            console.WriteLine($"{samples,4} samples: {score.Mean:E1}");
        }
        // </page>
    }
}
