using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Regions;

/// <summary>A standard may ask for a trust region, which the certifier looks for in what is left of its budget.</summary>
public class CertifiedRegionTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);
    private static readonly Certifier<LoanApplication> s_certifier = new()
    {
        Explainer = new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 300 } },
        Standard = new() { MinimumFit = 0, MinimumTrustHalfWidth = 0.2, TrustRegion = new() { MinimumFidelity = 0.5 } },
    };

    [Fact]
    public void ARegionThatIsWideEnoughIsCertified()
    {
        List<int> batches = [];
        Certified<LoanApplication> certified = Assert.IsType<Certified<LoanApplication>>(s_certifier.Explain(Counted.Of(s_model, batches), s_loans[1]));
        Assert.Equal(batches.Sum(), certified.Queries);
        Assert.Equal(0.2, certified.TrustRegion!.HalfWidth);
        Assert.True(certified.TrustRegion.Reaches(0.2) && !certified.TrustRegion.Reaches(0.21));
        Assert.Empty(certified.Explanation.Missed(s_certifier.Standard, certified.TrustRegion));
        Assert.Equal("no trust region is known; Certifier looks for one", Assert.Single(certified.Explanation.Missed(s_certifier.Standard)));
        Assert.StartsWith("certified (R² at least 0, fidelity at least 0.5 within ±0.2 standard deviations) after ", certified.ToString());
        Assert.InRange(batches.Count, 1, s_certifier.Plan(s_model, s_loans[1]).Batches);

        Outcome<LoanApplication> read = Outcome<LoanApplication>.FromJson(certified.ToJson());
        Assert.Equal((certified.ToString(), certified.ToJson()), (read.ToString(), read.ToJson()));
    }

    [Fact]
    public void OneThatIsNotIsMissedAndSaysHowWideItIs()
    {
        BestEffort<LoanApplication> best = Assert.IsType<BestEffort<LoanApplication>>((s_certifier with { Standard = s_certifier.Standard with { MinimumTrustHalfWidth = 3 } }).Explain(s_model, s_loans[1]));
        Assert.InRange(best.Queries, 300, 20_000);
        Assert.InRange(best.TrustRegion!.HalfWidth, 0.2, 3);
        Assert.EndsWith("not ±3", Assert.Single(best.Missed).Replace(" as far as the budget went", ""));
        Assert.EndsWith(best.TrustRegion.ToString(), best.ToString());
        Assert.Equal(best.ToJson(), Outcome<LoanApplication>.FromJson(best.ToJson()).ToJson());
    }

    [Fact]
    public void TheBudgetHoldsForBoth()
    {
        foreach (int most in (int[])[300, 301, 350, 700, 1000])
        {
            List<int> batches = [];
            Outcome<LoanApplication> outcome = (s_certifier with { MaxQueries = most, Standard = s_certifier.Standard with { MinimumTrustHalfWidth = 3 } }).Explain(Counted.Of(s_model, batches), s_loans[0]);
            Assert.IsType<BestEffort<LoanApplication>>(outcome);
            Assert.Equal(batches.Sum(), outcome.Queries);
            Assert.InRange(outcome.Queries, 300, most);
        }
    }

    [Fact]
    public void AModelThatFailsThenLosesNothing()
    {
        int calls = 0;
        BestEffort<LoanApplication> best = Assert.IsType<BestEffort<LoanApplication>>(s_certifier.Explain(Model.FromRows<LoanApplication>((rows, scores) =>
        {
            if (calls++ > 0)
                throw new InvalidModelException("down");
            s_model.Score(rows, scores);
        }), s_loans[0]));
        Assert.Contains(best.Missed, missed => missed.StartsWith("the model failed when ", StringComparison.Ordinal));
    }

    [Fact]
    public void AReplayedReceiptIsTheSame()
    {
        Outcome<LoanApplication> outcome = s_certifier.Explain(s_model, s_loans[1]);
        Assert.IsType<Identical>(Receipt.Of(outcome, s_model, s_loans).Replay(s_model, s_loans));
    }

    [Fact]
    public void BadStandards()
    {
        Assert.Equal("MinimumTrustHalfWidth of the standard is NaN; it must be a finite number, 0 or more.", Message(new() { MinimumTrustHalfWidth = double.NaN }));
        Assert.StartsWith("MinimumFidelity of the trust region is 2", Message(new() { TrustRegion = new() { MinimumFidelity = 2 } }));

        static string Message(ExplanationStandard standard) => Assert.Throws<InvalidOptionException>(() => (s_certifier with { Standard = standard }).Explain(s_model, s_loans[0])).Message;
    }
}
