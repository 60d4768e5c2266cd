using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Environments of the user's own.</summary>
public class PartitionTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 60, Design = SamplingDesign.Independent };

    private static readonly INeighborhood<LoanApplication>[] s_parts =
        [.. s_loans.PartitionBy(loan => loan.Age < 45).Select(part => s_around with { Background = part, Center = NeighborhoodCenter.Background, HoldConstantFeatures = true })];

    [Fact]
    public void DataIsDividedByAKey()
    {
        IReadOnlyList<Dataset<LoanApplication>> parts = s_loans.PartitionBy(loan => loan.Housing);
        Assert.Equal(s_loans.Rows.Select(loan => loan.Housing).Distinct(), parts.Select(part => part[0].Housing));
        Assert.Equal(s_loans.Count, parts.Sum(part => part.Count));
        Assert.All(parts, part => Assert.Single(part.Rows.Select(loan => loan.Housing).Distinct()));
        Assert.Equal(s_loans.Rows.Where(loan => loan.Housing == parts[0][0].Housing), parts[0].Rows);
    }

    [Fact]
    public void DataIsDividedIntoItsClusters()
    {
        // Young people of little income and old ones of much, one after the other.
        LoanApplication[] loans = [.. Enumerable.Range(0, 20).Select(i => s_loans[0] with { Age = i % 2 == 0 ? 25 + (i % 5) : 70 + (i % 5), AnnualIncome = (i % 2 == 0 ? 20_000 : 90_000) + i })];
        IReadOnlyList<Dataset<LoanApplication>> parts = new Dataset<LoanApplication>(loans).PartitionByCluster(2, seed: 5);
        Assert.Equal(2, parts.Count);
        Assert.Equal(loans.Where(loan => loan.Age < 50), parts[0].Rows);
        Assert.Equal(loans.Where(loan => loan.Age > 50), parts[1].Rows);

        Assert.Equal(loans, Assert.Single(new Dataset<LoanApplication>(loans).PartitionByCluster(1)).Rows);
        Assert.Equal(2, new Dataset<LoanApplication>([loans[0], loans[1], loans[0]]).PartitionByCluster(3).Count);
        Assert.Equal(s_loans.Count, s_loans.PartitionByCluster(7, seed: 1).Sum(part => part.Count));
        Assert.Equal("clusters of a partition is 0; it must be at least 1.", Assert.Throws<InvalidOptionException>(() => s_loans.PartitionByCluster(0)).Message);
    }

    [Fact]
    public void ClustersAreEnvironments()
    {
        INeighborhood<LoanApplication>[] parts = [.. s_loans.PartitionByCluster(2, seed: 1).Select(part => s_around with { Background = part, Center = NeighborhoodCenter.Background, HoldConstantFeatures = true })];
        Explanation<LoanApplication> explanation = new Linex<LoanApplication> { Neighborhood = s_around, Partition = parts }.Explain(Analytic.Smooth<LoanApplication>(), s_loans[0]);
        Assert.Equal(2, explanation.Agreement!.Environments);
        Assert.Equal(119, explanation.Queries);
    }

    [Fact]
    public void TheModelIsAskedAboutEveryNeighborOnce()
    {
        List<int> batches = [];
        Linex<LoanApplication> linex = new() { Neighborhood = s_around, Partition = s_parts };
        Explanation<LoanApplication> explanation = linex.Explain(Counted.Of(Analytic.Smooth<LoanApplication>(), batches), s_loans[0]);
        Assert.Equal([119], batches);
        Assert.Equal(119, explanation.Queries);
        Assert.Equal(2, explanation.Agreement!.Environments);
    }

    [Fact]
    public void OppositeEnvironmentsCancelInLinexAndAverageInSmoothedLime()
    {
        // The effect of income turns round at the age of 45; that of defaulting is the same everywhere.
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan =>
            ((loan.Age < 45 ? 1 : -2) * loan.AnnualIncome / 1e5) + (loan.HasDefaulted ? 0.5 : 0));
        LoanApplication loan = s_loans[0];
        ExponentialKernel wide = new() { Width = 10 };
        Linex<LoanApplication> linex = new() { Neighborhood = s_around, Partition = s_parts, Ridge = 1e-6, Kernel = wide };
        Explanation<LoanApplication> explanation = linex.Explain(model, loan);
        Assert.Equal(0, explanation.Attribution.AnnualIncome);
        Assert.Equal(0, explanation.Agreement!.SignAgreement.AnnualIncome);
        Assert.Equal(loan.HasDefaulted ? 0.5 : -0.5, explanation.Attribution.HasDefaulted, 0.2);

        Explanation<LoanApplication> mean = new SmoothedLime<LoanApplication> { Neighborhood = s_around, Partition = s_parts, Ridge = 1e-6, Kernel = wide }.Explain(model, loan);
        Assert.Equal(-0.5e-5, mean.Attribution.AnnualIncome, 0.4e-5);
        Assert.Equal(3e-5, mean.Agreement!.Disagreement.AnnualIncome, 0.8e-5);
    }

    [Fact]
    public void AnEnvironmentIsFittedToItsOwnSamples()
    {
        // S-LIME over two parts is the mean of LIME on each, measured by the same statistics.
        IModel<LoanApplication> model = Analytic.Smooth<LoanApplication>();
        Explanation<LoanApplication> both = new SmoothedLime<LoanApplication> { Neighborhood = s_around, Partition = s_parts, Seed = 3 }.Explain(model, s_loans[1]);
        double[] expected = new double[4];
        for (int part = 0; part < 2; part++)
        {
            Explanation<LoanApplication> alone = new Lime<LoanApplication> { Neighborhood = new Measured(s_parts[part], part), Seed = 3 }.Explain(model, s_loans[1]);
            for (int j = 0; j < 4; j++)
                expected[j] += alone.Standardized[j] / 2;
        }

        for (int j = 0; j < 4; j++)
            Assert.Equal(expected[j], both.Standardized[j], 1e-12);
    }

    [Fact]
    public void PartitionsThatCannotBeDrawn()
    {
        Linex<LoanApplication> linex = new() { Neighborhood = s_around };
        Assert.Equal("Partition of LINEX has 1 neighborhoods; it must have at least 2, one per environment.", Message([s_around]));
        Assert.Equal("Samples of neighborhood 2 of the partition is 1; it must be at least 2.", Message([s_around, s_around with { Samples = 1 }]));

        string Message(INeighborhood<LoanApplication>[] parts) =>
            Assert.Throws<InvalidOptionException>(() => (linex with { Partition = parts }).Explain(Analytic.Smooth<LoanApplication>(), s_loans[0])).Message;
    }

    /// <summary>A part of a partition, measured by the statistics of the whole.</summary>
    private sealed record Measured(INeighborhood<LoanApplication> Part, int Index) : INeighborhood<LoanApplication>
    {
        public int Samples => Part.Samples;

        public FeatureStatistics<LoanApplication> Statistics => s_loans.Statistics;

        public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => Part.Sample(instance, stream.For(Index), neighbors);
    }
}
