using TypedExplain.Tests.Media;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>An explainer that was read is made again from its options and its background, and explains to the bit as it did.</summary>
public class RestoreTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    public static TheoryData<IExplainer<LoanApplication>> Explainers
    {
        get
        {
            GaussianNeighborhood<LoanApplication> around = new() { Background = s_loans, Samples = 101, Radius = 0.5, Design = SamplingDesign.LatinHypercube, Center = NeighborhoodCenter.Background };
            return
            [
                new Lime<LoanApplication>(),
                new Lime<LoanApplication> { Neighborhood = around, Kernel = new NormalKernel { Radius = 2, Normalized = false }, Selection = FeatureSelection.LassoPath(2), Ridge = 0.5, Seed = -3, StandardErrors = false },
                new Lime<LoanApplication> { Neighborhood = around with { Design = SamplingDesign.OrthogonalPairs }, Adjustment = new ForestAdjustment { Trees = 3, Neighbors = 200, MinLeafRows = 4 } },
                new SmoothedLime<LoanApplication> { Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = s_loans, Samples = 90, Discretization = Discretization.Decile }, Environments = 3, Bootstrap = Bootstrap.ByWeight },
                new Linex<LoanApplication> { Neighborhood = around, Redraws = 3, Bound = 0.1, Budget = 0.5, Tolerance = 1e-5, Intercept = false },
                new Linex<LoanApplication> { Neighborhood = around, Selection = FeatureSelection.Forward(3) },
                new Melime<LoanApplication> { Neighborhood = new KdeNeighborhood<LoanApplication> { Background = s_loans, Samples = 60, Radius = 5, Bandwidth = 0.2, Kernel = DensityKernel.TopHat }, LocalModel = new HuberRegression { Epsilon = 2 }, Batches = 3, Kernel = new ExponentialKernel { Width = 2 } },
                new Melime<LoanApplication> { Neighborhood = around, LocalModel = new GradientDescent { Rate = 0.01 }, Batches = 2, Seed = 8 },
                new KernelShap<LoanApplication> { Background = s_loans, ExactUpTo = 0, Samples = 12, Seed = 4, Selection = FeatureSelection.Auto(2) },
                new PermutationShap<LoanApplication> { Background = s_loans, Permutations = 3, Seed = 2 },
                new RandomExplainer<LoanApplication> { Background = s_loans, Size = 0.3, Seed = 9 },
                new TrivialExplainer<LoanApplication> { Background = s_loans },
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Explainers))]
    public void It_explains_as_before(IExplainer<LoanApplication> explainer)
    {
        Explanation<LoanApplication> explanation = explainer.Explain(Settings.Credit, s_loans[3]);
        IExplainer<LoanApplication> restored = Read(explanation).Restore(s_loans);

        Assert.Equal(explainer.GetType(), restored.GetType());
        Assert.Equal(explainer.Describe().ToString(), restored.Describe().ToString());
        Assert.Equal(explanation.ToJson(), restored.Explain(Settings.Credit, s_loans[3]).ToJson());
    }

    [Fact]
    public void Texts_and_images_too()
    {
        Explanation<Listing> explanation = new Lime<Listing> { Neighborhood = MediaZoo.All }.Explain(MediaZoo.Worth, MediaZoo.Offer);
        IExplainer<Listing> restored = Assert.IsType<DescribedExplainer<Listing>>(Explanation<Listing>.FromJson(explanation.ToJson()).Explainer).Restore();

        Assert.Equal(explanation.ToJson(), restored.Explain(MediaZoo.Worth, MediaZoo.Offer).ToJson());
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        DescribedExplainer<LoanApplication> lime = Read(new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans } }.Explain(Settings.Credit, s_loans[3]));

        Assert.Equal("The explainer had a background of 40 rows of LoanApplication, which JSON does not have; give it to Restore.", Assert.Throws<InvalidOptionException>(() => lime.Restore()).Message);
        Assert.Equal(
            "The explainer had a background of 40 rows of LoanApplication, and the one that was given has 9; give the same one.",
            Assert.Throws<InvalidOptionException>(() => lime.Restore(new Dataset<LoanApplication>(s_loans.Rows.Take(9)))).Message);
        Assert.Equal(
            "MAPLE is fitted to a model, which JSON does not have; give the model to Restore, and it is fitted again.",
            Assert.Throws<InvalidOptionException>(() => Read(new Maple<LoanApplication> { Background = s_loans, Trees = 3 }.Fit(Settings.Credit).Explain(Settings.Credit, s_loans[3])).Restore(s_loans)).Message);
        Assert.StartsWith(
            "The kernel was TypedExplain.Tests.Json.RestoreTests+Flat, which cannot be made again",
            Assert.Throws<InvalidOptionException>(() => Read(new Lime<LoanApplication> { Kernel = new Flat() }.Explain(Settings.Credit, s_loans[3])).Restore()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_fitted_is_fitted_again()
    {
        foreach (IExplainer<LoanApplication> fitted in (IExplainer<LoanApplication>[])[new Maple<LoanApplication> { Background = s_loans, Trees = 3, Validation = s_loans.Select([1, 5, 7]) }.Fit(Settings.Credit), new GlobalSurrogate<LoanApplication> { Background = s_loans }.Fit(Settings.Credit)])
        {
            Explanation<LoanApplication> explanation = fitted.Explain(Settings.Credit, s_loans[3]);
            Assert.Equal(explanation.ToJson(), Read(explanation).Restore(Settings.Credit, s_loans.Select([1, 5, 7]), s_loans).Explain(Settings.Credit, s_loans[3]).ToJson());
        }
    }

    [Fact]
    public void Each_background_takes_its_own_place()
    {
        Dataset<LoanApplication>[] parts = [.. s_loans.PartitionBy(loan => loan.AnnualIncome > 60_000)];
        Linex<LoanApplication> linex = new()
        {
            Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans },
            Partition = [.. parts.Select(part => new GaussianNeighborhood<LoanApplication> { Background = part, Samples = 60, HoldConstantFeatures = true })],
        };
        Explanation<LoanApplication> explanation = linex.Explain(Settings.Credit, s_loans[3]);

        Assert.Equal(explanation.ToJson(), Read(explanation).Restore(parts[1], s_loans, parts[0]).Explain(Settings.Credit, s_loans[3]).ToJson());
        Assert.StartsWith(
            $"The explainer had a background of {parts[1].Count} rows of LoanApplication, and the one that was given has",
            Assert.Throws<InvalidOptionException>(() => Read(explanation).Restore(s_loans, parts[0])).Message,
            StringComparison.Ordinal);
    }

    private static DescribedExplainer<LoanApplication> Read(Explanation<LoanApplication> explanation) =>
        Assert.IsType<DescribedExplainer<LoanApplication>>(Explanation<LoanApplication>.FromJson(explanation.ToJson()).Explainer);

    private sealed class Flat : IKernel
    {
        public void Weigh(Span<double> squaredDistances, int features) => squaredDistances.Fill(1);
    }
}
