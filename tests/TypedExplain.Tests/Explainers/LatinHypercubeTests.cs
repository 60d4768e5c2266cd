using TypedExplain.Numerics;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Latin hypercubes: of n draws of a feature one lies in each n-th part of its distribution.</summary>
public class LatinHypercubeTests
{
    private const int Samples = 601;

    [Fact]
    public void EveryStratumHasOneDraw()
    {
        Dataset<Point> background = new([new(0, 0, 0, 0), new(1, 2, 3, 4), new(5, 1, -3, 2)]);
        GaussianNeighborhood<Point> around = new() { Background = background, Samples = Samples, Design = SamplingDesign.LatinHypercube };
        double[] instance = [1, 2, 3, 4], rows = new double[(Samples - 1) * 4];
        around.Sample(instance, new RandomStream(1, "test"), rows);
        List<int[]> orders = [];
        foreach (Feature<Point> feature in FeatureSchema.Of<Point>().Features)
        {
            int[] strata = [.. rows.Chunk(4).Select(row => (int)((Samples - 1) * InverseNormal.Share((row[feature.Column] - instance[feature.Column]) / background.Statistics.Deviation[feature])))];
            Assert.Equal(Enumerable.Range(0, Samples - 1), strata.Order());
            Assert.NotEqual(Enumerable.Range(0, Samples - 1), strata);
            orders.Add(strata);
        }

        Assert.NotEqual(orders[0], orders[1]);
    }

    [Fact]
    public void CategoriesOccurAsOftenAsTheyShould()
    {
        Dataset<LoanApplication> loans = Support.Loans.Load();
        GaussianNeighborhood<LoanApplication> around = new() { Background = loans, Samples = Samples, Design = SamplingDesign.LatinHypercube };
        FeatureSchema<LoanApplication> schema = FeatureSchema.Of<LoanApplication>();
        double[] instance = new double[schema.Columns], rows = new double[(Samples - 1) * schema.Columns];
        schema.Encode(loans[0], instance);
        around.Sample(instance, new RandomStream(1, "test"), rows);
        int mortgages = Enumerable.Range(0, Samples - 1).Count(row => new EncodedRows<LoanApplication>(rows).Decode(row).Housing == Housing.Mortgage);
        Assert.Equal(loans.Statistics.Frequencies(LoanApplicationFeatures.Housing)[(int)Housing.Mortgage] * (Samples - 1), mortgages, 2.0);
    }

    [Fact]
    public void ExplanationsVaryLess()
    {
        Dataset<LoanApplication> loans = Support.Loans.Load();
        GaussianNeighborhood<LoanApplication> plain = new() { Background = loans, Samples = 100, Radius = 0.3 };
        IModel<LoanApplication> model = Support.Analytic.Smooth<LoanApplication>();
        double Variance(GaussianNeighborhood<LoanApplication> around) =>
            new SeedVariance<LoanApplication> { Explainer = seed => new Lime<LoanApplication> { Neighborhood = around, Seed = seed }, Runs = 8 }
                .Evaluate(new Lime<LoanApplication> { Neighborhood = around }, model, loans).Mean;

        Assert.True(Variance(plain with { Design = SamplingDesign.LatinHypercube }) < Variance(plain));
    }
}
