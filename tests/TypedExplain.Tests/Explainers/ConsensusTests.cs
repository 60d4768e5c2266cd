using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Several methods from the same samples.</summary>
public class ConsensusTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 150 };
    private static readonly IModel<LoanApplication> s_model = Analytic.Smooth<LoanApplication>();

    private static readonly LinearExplainer<LoanApplication>[] s_methods =
    [
        new Lime<LoanApplication> { Neighborhood = s_around, Seed = 4 },
        new SmoothedLime<LoanApplication> { Neighborhood = s_around with { }, Seed = 4, Environments = 3 },
        new Linex<LoanApplication> { Neighborhood = s_around, Seed = 4, Redraws = 1, Environments = 5, Selection = FeatureSelection.Forward(3) },
    ];

    private static readonly Consensus<LoanApplication> s_consensus = new() { Explainers = s_methods };

    [Fact]
    public void ItCostsAsMuchAsOne()
    {
        List<int> batches = [];
        ConsensusExplanation<LoanApplication> consensus = s_consensus.Explain(Counted.Of(s_model, batches), s_loans[2]);
        Assert.Equal([150], batches);
        Assert.Equal(150, consensus.Queries);
    }

    [Fact]
    public void EveryMethodAnswersAsIfAskedAlone()
    {
        ConsensusExplanation<LoanApplication> consensus = s_consensus.Explain(s_model, s_loans[2]);
        for (int i = 0; i < s_methods.Length; i++)
        {
            Assert.Same(s_methods[i], consensus.Explanations[i].Explainer);
            Assert.Equal(Bits.Of(s_methods[i].Explain(s_model, s_loans[2])), Bits.Of(consensus.Explanations[i]));
        }
    }

    [Fact]
    public void AgreementIsThatOfTheEffects()
    {
        foreach (LoanApplication loan in s_loans.Rows)
        {
            ConsensusExplanation<LoanApplication> consensus = s_consensus.Explain(s_model, loan);
            double[][] effects = [.. consensus.Explanations.Select(explanation => explanation.Standardized.AsSpan().ToArray())];
            for (int j = 0; j < 4; j++)
            {
                Assert.Equal(Math.Abs(effects.Sum(own => Math.Sign(own[j]))) / 3.0, consensus.SignAgreement[j]);
                Assert.Equal(effects.Average(own => own[j]), consensus.Mean[j], 1e-15);
            }

            double[] correlations =
            [
                MathNet.Numerics.Statistics.Correlation.Spearman(effects[0].Select(Math.Abs), effects[1].Select(Math.Abs)),
                MathNet.Numerics.Statistics.Correlation.Spearman(effects[0].Select(Math.Abs), effects[2].Select(Math.Abs)),
                MathNet.Numerics.Statistics.Correlation.Spearman(effects[1].Select(Math.Abs), effects[2].Select(Math.Abs)),
            ];
            Assert.Equal(correlations.Average(), consensus.RankCorrelation, 1e-12);
            string[][] top = [.. consensus.Explanations.Select(explanation => explanation.Attribution.Ranked().Take(2).Select(ranked => ranked.Feature.Name).ToArray())];
            Assert.Equal(top[0].Count(name => top[1].Contains(name) && top[2].Contains(name)) / 2.0, consensus.TopOverlap(2));
            Assert.Equal(1, consensus.TopOverlap(99));
        }
    }

    [Fact]
    public void OnlyFeaturesThatAllMethodsShareCountAsOverlap()
    {
        // From few samples the feature with the largest product need not be the one with the largest effect.
        GaussianNeighborhood<LoanApplication> few = s_around with { Samples = 12 };
        Lime<LoanApplication> all = new() { Neighborhood = few, Seed = 4 };
        Consensus<LoanApplication> consensus = new() { Explainers = [all, all with { Selection = FeatureSelection.HighestWeights(1) }] };
        double[] overlaps = [.. s_loans.Rows.Select(loan => consensus.Explain(s_model, loan).TopOverlap(1))];
        Assert.Equal([0, 1], overlaps.Distinct().Order());
    }

    [Fact]
    public void AConstantModelIsRankedAlikeByAll()
    {
        ConsensusExplanation<LoanApplication> consensus = s_consensus.Explain(Model.From<LoanApplication>(_ => 2), s_loans[0]);
        Assert.Equal(1, consensus.RankCorrelation);
        Assert.Equal(0, consensus.SignAgreement.Age);
        Assert.Contains("none", consensus.ToString());
    }

    [Fact]
    public void ItsTextIsATable()
    {
        string[] lines = s_consensus.Explain(Model.From<LoanApplication>(Loans.Score), s_loans[0]).ToString().Split('\n');
        Assert.StartsWith("score of LoanApplication is ", lines[0]);
        Assert.Equal(["LIME", "S-LIME", "LINEX", "agree"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(9, lines.Length);
        Assert.Equal(lines[1].IndexOf("LINEX", StringComparison.Ordinal) + 5, lines[2].TrimEnd().LastIndexOf(' ') - 1);
        Assert.StartsWith("  fit R²", lines[6]);
    }

    [Fact]
    public void MethodsThatDoNotShareTheirSamples()
    {
        Assert.Equal("Explainers of a consensus are 1; there must be at least 2.", Message(s_methods[0]));
        Assert.Equal("Seed of S-LIME is not that of LIME; the methods of a consensus answer from the same samples and must share it.", Message(s_methods[0], s_methods[1] with { Seed = 9 }));
        Assert.StartsWith("Neighborhood of LINEX is not that of LIME", Message(s_methods[0], s_methods[2] with { Neighborhood = s_around with { Samples = 20 } }));
        Assert.StartsWith("Kernel of LINEX is not that of LIME", Message(s_methods[0], s_methods[2] with { Kernel = new NormalKernel { Radius = 1 } }));
        Assert.StartsWith("Intercept of LINEX is not that of LIME", Message(s_methods[0], s_methods[2] with { Intercept = false }));
        Assert.StartsWith("Ridge of LINEX is -1", Message(s_methods[0], s_methods[2] with { Ridge = -1 }));
        Assert.Contains("at least 1", Assert.Throws<InvalidOptionException>(() => s_consensus.Explain(s_model, s_loans[0]).TopOverlap(0)).Message);

        static string Message(params LinearExplainer<LoanApplication>[] methods) =>
            Assert.Throws<InvalidOptionException>(() => new Consensus<LoanApplication> { Explainers = methods }.Explain(s_model, s_loans[0])).Message;
    }
}
