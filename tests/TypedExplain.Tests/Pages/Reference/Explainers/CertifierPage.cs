using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class CertifierPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Certifier<LoanApplication> certifier = new()
        {
            Explainer = new Linex<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 }, Seed = 7 },
            Standard = new() { MinimumFit = 0.8, TopReasonsDecided = 2 },
            MaxQueries = 8_000,
        };

        console.WriteLine(certifier.Plan(model, loans[3]));

        // The explanation can be reached only through the outcome; with all cases no further arm is needed.
        string told = certifier.Explain(model, loans[3]) switch
        {
            Certified<LoanApplication> certified => $"{certified}",
            BestEffort<LoanApplication> best => $"not good enough: {string.Join("; ", best.Missed)}",
            Refused<LoanApplication> refused => refused.Reason,
        };
        console.WriteLine(told);
        // </page>
    }
}
