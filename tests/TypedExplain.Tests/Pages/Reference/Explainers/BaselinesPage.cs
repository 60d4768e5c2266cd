using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class BaselinesPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Radius = 0.3 } };

        // A table of metrics always has the three baselines below the explainers.
        console.WriteLine(MetricTable<LoanApplication>.Of([linex], [new Infidelity<LoanApplication>(), new GeneralizedInfidelity<LoanApplication>(), new Unidirectionality<LoanApplication>()], model, loans));

        // One straight line for the whole model, and how far it carries.
        FittedGlobalSurrogate<LoanApplication> line = new GlobalSurrogate<LoanApplication> { Background = loans }.Fit(model);
        console.WriteLine(line.Fidelity());
        console.WriteLine(new RandomExplainer<LoanApplication> { Background = loans }.Explain(model, loans[3]).Attribution.Age != 0);
        console.WriteLine(new TrivialExplainer<LoanApplication> { Background = loans }.Explain(model, loans[3]).LocalPrediction);
        // </page>
    }
}
