using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Explanations that are held to a standard, and the errors that it asks for.</summary>
public class CertifierTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Analytic.Smooth<LoanApplication>();
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 60 };
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = s_around, Seed = 3 };

    [Fact]
    public void SamplesAreDoubledUntilTheStandardizMetAndNoneIsAskedAboutTwice()
    {
        List<int> batches = [];
        Certifier<LoanApplication> certifier = new() { Explainer = s_lime, Standard = new() { MinimumFit = 0, MaximumHalfWidth = 0.01 }, MaxQueries = 5000 };
        Certified<LoanApplication> certified = Assert.IsType<Certified<LoanApplication>>(certifier.Explain(Counted.Of(s_model, batches), s_loans[0]));
        Assert.True(batches.Count > 2);
        Assert.Equal([60, 60, 120], batches.Take(3));
        Assert.Equal(batches.Sum(), certified.Queries);
        Assert.Equal(certified.Explanation.Queries, certified.Queries);
        Assert.True(certified.Explanation.Meets(0, 0, 0.01));
        Assert.Equal(Bits.Of((s_lime with { Neighborhood = s_around with { Samples = certified.Queries } }).Explain(s_model, s_loans[0])), Bits.Of(certified.Explanation));
        Assert.StartsWith("certified (R² at least 0, effects within ±0.01) after ", certified.ToString());
    }

    [Fact]
    public void TheBudgetIsSpentToTheLastQueryAndNotBeyond()
    {
        List<int> batches = [];
        Certifier<LoanApplication> certifier = new() { Explainer = s_lime, Standard = new() { MaximumHalfWidth = 1e-9 }, MaxQueries = 200 };
        BestEffort<LoanApplication> best = Assert.IsType<BestEffort<LoanApplication>>(certifier.Explain(Counted.Of(s_model, batches), s_loans[0]));
        Assert.Equal([60, 60, 80], batches);
        Assert.Equal(200, best.Queries);
        Assert.Contains(best.Missed, missed => missed.StartsWith("the effect of ", StringComparison.Ordinal) && missed.Contains(", not ±1E-09"));
        Assert.StartsWith("best effort after 200 queries: ", best.ToString());
    }

    [Fact]
    public void NeighborhoodsThatDoNotBeginAlikeAreAskedAboutAnewWithinTheBudget()
    {
        List<int> batches = [];
        Certifier<LoanApplication> certifier = new() { Explainer = s_lime with { Neighborhood = s_around with { Design = SamplingDesign.LatinHypercube } }, Standard = new() { MaximumHalfWidth = 1e-9 }, MaxQueries = 200 };
        Outcome<LoanApplication> outcome = certifier.Explain(Counted.Of(s_model, batches), s_loans[0]);
        Assert.IsType<BestEffort<LoanApplication>>(outcome);
        Assert.Equal(batches.Sum(), outcome.Queries);
        Assert.InRange(outcome.Queries, 60, 200);
    }

    [Fact]
    public void ABudgetBelowOneBatchIsRefusedWithoutAQuery()
    {
        List<int> batches = [];
        Refused<LoanApplication> refused = Assert.IsType<Refused<LoanApplication>>(new Certifier<LoanApplication> { Explainer = s_lime, MaxQueries = 59 }.Explain(Counted.Of(s_model, batches), s_loans[0]));
        Assert.Empty(batches);
        Assert.Equal("the budget of 59 queries is below the 60 samples of one neighborhood", refused.Reason);
        Assert.Equal("refused after 0 queries: " + refused.Reason, refused.ToString());
    }

    [Fact]
    public void AFitThatDoesNotExistIsRefused()
    {
        Certifier<LoanApplication> certifier = new() { Explainer = s_lime with { Kernel = new ExponentialKernel { Width = 1e-6 } }, MaxQueries = 500 };
        Refused<LoanApplication> refused = Assert.IsType<Refused<LoanApplication>>(certifier.Explain(s_model, s_loans[0]));
        Assert.StartsWith("All 499 neighbors of LoanApplication { Age = ", refused.Reason);
        Assert.Equal(500, refused.Queries);
    }

    [Fact]
    public void SignsOfEnvironmentsCount()
    {
        ExplanationStandard agreed = new() { MinimumFit = 0, MinimumSignAgreement = 1 };
        Assert.Contains("no environments", Assert.Single(Assert.IsType<BestEffort<LoanApplication>>(new Certifier<LoanApplication> { Explainer = s_lime, Standard = agreed, MaxQueries = 60 }.Explain(s_model, s_loans[0])).Missed));

        SmoothedLime<LoanApplication> smoothed = new() { Neighborhood = s_around with { Samples = 12 }, Environments = 15 };
        Explanation<LoanApplication> explanation = s_loans.Rows.Select(loan => smoothed.Explain(s_model, loan)).First(candidate => candidate.Agreement!.SignAgreement.AsSpan().ToArray().Min() < 1);
        Assert.Contains("environments agree on the sign of ", Assert.Single(explanation.Missed(agreed)));
        Assert.False(explanation.Meets(0, minimumSignAgreement: 1));
        Assert.True(explanation.Meets(0, minimumSignAgreement: explanation.Agreement!.SignAgreement.AsSpan().ToArray().Min()));
    }

    [Fact]
    public void StandardErrorsAreTheSpreadOverSeeds()
    {
        Lime<LoanApplication> lime = s_lime with { Neighborhood = s_around with { Samples = 400 }, Ridge = 0 };
        Explanation<LoanApplication>[] runs = [.. Enumerable.Range(0, 300).Select(seed => (lime with { Seed = seed }).Explain(s_model, s_loans[0]))];
        foreach (Feature<LoanApplication> feature in FeatureSchema.Of<LoanApplication>().Features)
        {
            double mean = runs.Average(run => run.Standardized[feature]);
            double spread = Math.Sqrt(runs.Sum(run => (run.Standardized[feature] - mean) * (run.Standardized[feature] - mean)) / 299);
            Assert.InRange(runs.Average(run => run.StandardErrors![feature]) / spread, 0.85, 1.15);
        }
    }

    [Fact]
    public void ErrorsAreGivenUnlessLeftOutAndOfChosenFeaturesAlone()
    {
        Lime<LoanApplication> without = s_lime with { StandardErrors = false };
        Assert.Null(without.Explain(s_model, s_loans[0]).StandardErrors);
        Assert.Contains("gave no standard errors", Assert.Single(without.Explain(s_model, s_loans[0]).Missed(new() { MinimumFit = -1, MaximumHalfWidth = 1 })));
        Explanation<LoanApplication> explanation = (s_lime with { Selection = FeatureSelection.Forward(1) }).Explain(s_model, s_loans[0]);
        Assert.Single(explanation.StandardErrors!.AsSpan().ToArray(), error => error > 0);
        Explanation<LoanApplication> few = (s_lime with { Neighborhood = s_around with { Samples = 3 } }).Explain(s_model, s_loans[0]);
        Assert.All(few.StandardErrors!.AsSpan().ToArray(), error => Assert.Equal(double.PositiveInfinity, error));
        Assert.Equal(new double[4], s_lime.Explain(Model.From<LoanApplication>(_ => 1), s_loans[0]).StandardErrors!.AsSpan());
    }

    [Fact]
    public void SamplesAreDrawnUntilTheFirstReasonsAreDecided()
    {
        IModel<LoanApplication> close = Model.From<LoanApplication>(loan => (loan.HasDefaulted ? 1 : 0) + (Math.Sin(loan.Age) * 0.5) + (loan.Housing == s_loans[0].Housing ? 0.5 : 0));
        Certifier<LoanApplication> certifier = new() { Explainer = s_lime, Standard = new() { MinimumFit = 0, TopReasonsDecided = 1 } };
        Certified<LoanApplication> certified = Assert.IsType<Certified<LoanApplication>>(certifier.Explain(close, s_loans[0]));
        Assert.True(certified.Queries > 60);
        Assert.Equal("HasDefaulted", Assert.Single(certified.Explanation.RankedGroups![0]).Name);
        Assert.StartsWith("certified (R² at least 0, first reason decided) after ", certified.ToString());
        BestEffort<LoanApplication> best = Assert.IsType<BestEffort<LoanApplication>>((certifier with { MaxQueries = 60 }).Explain(close, s_loans[0]));
        Assert.Equal("which feature comes first is not decided", Assert.Single(best.Missed));
    }

    [Fact]
    public void AStandardMayLimitTheMissAtTheInstance()
    {
        IModel<LoanApplication> spiked = Model.From<LoanApplication>(loan => (loan.Age * 0.01) + (loan.Equals(s_loans[0]) ? 1 : 0));
        Certifier<LoanApplication> certifier = new() { Explainer = s_lime, Standard = new() { MinimumFit = 0, MissAtInstance = 0.5 }, MaxQueries = 200 };
        BestEffort<LoanApplication> best = Assert.IsType<BestEffort<LoanApplication>>(certifier.Explain(spiked, s_loans[0]));
        Assert.StartsWith("the surrogate misses the model at the instance by 0.9", Assert.Single(best.Missed));
        Assert.EndsWith(", not 0.5 at most", best.Missed[0]);
        Assert.True(best.Explanation.Caveats.HasFlag(Caveats.MissesTheInstance));
        Assert.IsType<Certified<LoanApplication>>(certifier.Explain(spiked, s_loans[1]));
    }

    [Fact]
    public void APartitionGrowsInAllItsParts()
    {
        List<int> batches = [];
        INeighborhood<LoanApplication>[] parts = [s_around with { Samples = 31, Design = SamplingDesign.Independent }, s_around with { Samples = 11, Design = SamplingDesign.Independent }];
        Certifier<LoanApplication> certifier = new() { Explainer = new Linex<LoanApplication> { Neighborhood = s_around, Partition = parts }, Standard = new() { MaximumHalfWidth = 1e-9 }, MaxQueries = 400 };
        Outcome<LoanApplication> outcome = certifier.Explain(Counted.Of(s_model, batches), s_loans[0]);
        Assert.IsType<BestEffort<LoanApplication>>(outcome);
        Assert.Equal(41, batches[0]);
        Assert.InRange(outcome.Queries, 100, 400);
        Assert.Equal(batches.Sum(), outcome.Queries);
    }

    [Fact]
    public void OptionsOutsideTheirRange()
    {
        Assert.Equal("MaxQueries of the certifier is 0; it must be at least 1.", Message(new() { Explainer = s_lime, MaxQueries = 0 }));
        Assert.Equal("MinimumFit of the standard is NaN; it must be at most 1.", Message(new() { Explainer = s_lime, Standard = new() { MinimumFit = double.NaN } }));
        Assert.Equal("MinimumSignAgreement of the standard is 1.5; it must be from 0 to 1.", Message(new() { Explainer = s_lime, Standard = new() { MinimumSignAgreement = 1.5 } }));
        Assert.Equal("TopReasonsDecided of the standard is 11; it must be from 0 to 10.", Message(new() { Explainer = s_lime, Standard = new() { TopReasonsDecided = 11 } }));
        Assert.Equal("MissAtInstance of the standard is NaN; it must be 0 or more.", Message(new() { Explainer = s_lime, Standard = new() { MissAtInstance = double.NaN } }));
        Assert.Equal("MaximumHalfWidth of the standard is 0; it must be above 0.", Message(new() { Explainer = s_lime, Standard = new() { MaximumHalfWidth = 0 } }));

        static string Message(Certifier<LoanApplication> certifier) => Assert.Throws<InvalidOptionException>(() => certifier.Explain(s_model, s_loans[0])).Message;
    }
}
