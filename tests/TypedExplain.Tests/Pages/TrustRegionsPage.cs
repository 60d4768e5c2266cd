using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of docs/trust-regions.md. The lines between the marks stand there word for word.</summary>
internal static class TrustRegionsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score).As(OutputKind.Probability);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };
        Explanation<LoanApplication> explanation = linex.Explain(model, loans[3]);

        // How far may the applicant's numbers move before the surrogate is off by more than 0.03?
        TrustRegionSearch search = new() { MinimumFidelity = 0.97 };
        console.WriteLine(explanation.PlanTrustRegion(model, search).Queries);
        TrustRegion<LoanApplication> region = explanation.TrustRegion(model, search);
        console.Write(region);

        // The ends of each number, by name, and what the search has to say.
        console.WriteLine($"incomes from {region.Lower.AnnualIncome:F0} to {region.Upper.AnnualIncome:F0}; ended: {region.End}");
        foreach (string caution in region.Cautions)
            console.WriteLine(caution);

        // Or ask for an explanation that holds within half a standard deviation.
        Certifier<LoanApplication> certifier = new()
        {
            Explainer = linex,
            Standard = new() { MinimumFit = 0.8, MinimumTrustHalfWidth = 0.5, TrustRegion = search },
        };
        string answer = certifier.Explain(model, loans[3]) switch
        {
            Certified<LoanApplication> certified => $"holds, after {certified.Queries} queries",
            BestEffort<LoanApplication> best => string.Join("; ", best.Missed),
            Refused<LoanApplication> refused => refused.Reason,
        };
        console.WriteLine(answer);
        // </page>
    }
}
