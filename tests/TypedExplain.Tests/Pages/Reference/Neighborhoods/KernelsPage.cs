using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Neighborhoods;

internal static class KernelsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        GaussianNeighborhood<LoanApplication> far = new() { Background = loans };
        foreach (IKernel kernel in new IKernel[] { new ExponentialKernel(), new ExponentialKernel { Width = 0.25 }, new NormalKernel { Radius = 1 } })
        {
            Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Neighborhood = far, Kernel = kernel }.Explain(model, loans[3]);
            console.WriteLine($"{kernel}: {explanation.Fit!.Value.EffectiveSamples:F1} of {explanation.Fit.Value.Samples} samples count; fit {explanation.Fit.Value.R2:F3}");
        }
        // </page>
    }
}
