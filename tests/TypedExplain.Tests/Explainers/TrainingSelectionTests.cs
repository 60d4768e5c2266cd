using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

public class TrainingSelectionTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);
    private static readonly FittedMaple<LoanApplication> s_maple = new Maple<LoanApplication> { Background = s_loans, Trees = 30, MinLeafRows = 5 }.Fit(s_model);
    private static readonly TrainingSelection<LoanApplication> s_selection = new() { Weights = s_maple.Weights };

    [Fact]
    public void LimeOnAllRowsIsMapleWithEveryFeature()
    {
        // The same rows, weights and penalty: MAPLE's own fit where it keeps all features.
        FittedMaple<LoanApplication> all = Enumerable.Range(0, 50)
            .Select(seed => (s_maple.Options with { Seed = seed }).Fit(s_model))
            .First(fitted => fitted.Retained.Length == 4);
        TrainingSelection<LoanApplication> selection = new() { Weights = all.Weights };
        foreach (LoanApplication loan in s_loans.Rows.Take(10))
        {
            Explanation<LoanApplication> maple = all.Explain(s_model, loan), lime = new Lime<LoanApplication> { Neighborhood = selection, Ridge = 1e-9 }.Explain(s_model, loan);
            Explanation<LoanApplication> exact = new Maple<LoanApplication> { Background = s_loans, Trees = 30, MinLeafRows = 5, Seed = all.Options.Seed, Ridge = 1e-9 }.Fit(s_model).Explain(s_model, loan);
            Assert.Equal(exact.LocalPrediction, lime.LocalPrediction, 1e-6);
            Assert.Equal(maple.LocalPrediction, lime.LocalPrediction, 1e-2);
            for (int j = 0; j < 4; j++)
                Assert.Equal(exact.Attribution[j], lime.Attribution[j], 1e-6 * (1e-3 + Math.Abs(exact.Attribution[j])));
        }
    }

    [Fact]
    public void TheKernelHasNoPart()
    {
        Linex<LoanApplication> linex = new() { Neighborhood = s_selection };
        Assert.Equal(
            Bits.Of(linex.Explain(s_model, s_loans[0])),
            Bits.Of((linex with { Kernel = new ExponentialKernel { Width = 1e-9 } }).Explain(s_model, s_loans[0])));
    }

    [Fact]
    public void TheInstanceHasWeightZero()
    {
        // An instance unlike any row, on which the model is absurd: the fit does not notice.
        LoanApplication odd = new(100, 500_000, Housing.Rent, true);
        IModel<LoanApplication> absurd = Model.From<LoanApplication>(loan => loan == odd ? 1000 : Loans.Score(loan));
        Lime<LoanApplication> lime = new() { Neighborhood = s_selection, Ridge = 0.001 };
        Assert.Equal(lime.Explain(s_model, odd).Attribution.Age, lime.Explain(absurd, odd).Attribution.Age, 1e-6);
        Assert.Equal(1000, lime.Explain(absurd, odd).Prediction);
    }

    [Fact]
    public void SamplesAreAtMostTheRows()
    {
        int rows = s_maple.Weights.Rows.Count;
        Assert.Equal(rows + 1, s_selection.Samples);
        Assert.Equal(rows, s_maple.Queries - 8);
        Lime<LoanApplication> Lime(int samples) => new() { Neighborhood = s_selection with { Samples = samples } };
        Assert.Equal(11, Lime(11).Explain(s_model, s_loans[0]).Queries);
        Assert.Equal(
            $"Samples of the training selection is {rows + 2}; with {rows} rows to select from it must be at most {rows + 1}, the instance included.",
            Assert.Throws<InvalidOptionException>(() => Lime(rows + 2).Explain(s_model, s_loans[0])).Message);
        Assert.Contains("at least 2", Assert.Throws<InvalidOptionException>(() => Lime(1).Explain(s_model, s_loans[0])).Message);
    }

    [Fact]
    public void ConstantFeaturesAreRefusedOrHeld()
    {
        Dataset<LoanApplication> constant = new(s_loans.Rows.Select(loan => loan with { HasDefaulted = true, Age = 30 }));
        TrainingSelection<LoanApplication> selection = new() { Weights = (s_maple.Options with { Background = constant }).Fit(s_model).Weights };
        Lime<LoanApplication> lime = new() { Neighborhood = selection };
        Assert.StartsWith("LoanApplication.Age is 30 years in all 32 background rows", Assert.Throws<InvalidDatasetException>(() => lime.Explain(s_model, s_loans[0])).Message);
        Explanation<LoanApplication> explanation = (lime with { Neighborhood = selection with { HoldConstantFeatures = true } }).Explain(s_model, s_loans[0] with { HasDefaulted = false });
        Assert.Equal((0.0, 0.0), (explanation.Attribution.Age, explanation.Attribution.HasDefaulted));
        Assert.True(explanation.Caveats.HasFlag(Caveats.HeldFeatures));
    }

    [Fact]
    public void WeightsOfARecordSumToTheNumberOfTrees()
    {
        double[] weights = s_maple.Weights.Of(s_loans[0]);
        Assert.Equal(30, weights.Sum(), 1e-9);
        Assert.Equal("32 rows of LoanApplication in the leaves of 30 trees", s_maple.Weights.ToString());
        Assert.Throws<InvalidFeatureException>(() => s_maple.Weights.Of(s_loans[0] with { Age = 5 }));
    }

    [Fact]
    public void WeightsThatAreNoWeightsAreRefused()
    {
        Lime<LoanApplication> lime = new() { Neighborhood = new Broken() };
        Assert.Contains("The neighborhood gave a sample the weight -1", Assert.Throws<InvalidOptionException>(() => lime.Explain(s_model, s_loans[0])).Message);
    }

    private sealed class Broken : IWeightedNeighborhood<LoanApplication>
    {
        public int Samples => 5;

        public FeatureStatistics<LoanApplication> Statistics => s_loans.Statistics;

        public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => s_loans.Encoded.Values[..neighbors.Length].CopyTo(neighbors);

        public void Weigh(ReadOnlySpan<double> instance, RandomStream stream, Span<double> weights) => weights.Fill(-1);
    }
}
