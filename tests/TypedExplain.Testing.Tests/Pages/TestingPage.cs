using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Testing.Tests.Pages;

/// <summary>The program of docs/testing.md. The lines between the marks stand there word for word.</summary>
internal static class TestingPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> inUse = Model.From<LoanApplication>(loan => Loans.Score(loan));
        Func<int, IExplainer<LoanApplication>> lime = seed => new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Samples = 250 }, Seed = seed };

        // Of one model: the reasons that it gives are not chance, go the right way, and are good enough to be told.
        IReadOnlyList<Explanation<LoanApplication>> explanations = lime(1).ExplainMany(inUse, loans.Rows).Results;
        ExplanationAssert.StableReasons(lime, inUse, loans.Rows);
        ExplanationAssert.SameDirection(explanations, LoanApplicationFeatures.HasDefaulted, EffectDirection.Lowers);
        ExplanationAssert.MeetsStandard(explanations, new() { MinimumFit = 0.5 }, minimumShare: 0.9);

        // Of two: what the next one changes, apart from what another seed changes.
        IModel<LoanApplication> next = Model.From<LoanApplication>(loan => Loans.Score(loan with { HasDefaulted = false }) + (loan.Age / 250.0));
        ModelDiff<LoanApplication> diff = ModelDiff<LoanApplication>.Of(inUse, next, loans, lime, new() { TopReasons = 2, Tolerance = 0.01, Segments = [LoanApplicationFeatures.Housing] });
        console.WriteLine(diff);
        try
        {
            ExplanationAssert.SameReasons(diff);
        }
        catch (ExplanationAssertException failure)
        {
            console.WriteLine(failure.Message.Split('\n')[0]);
        }
        // </page>
    }
}
