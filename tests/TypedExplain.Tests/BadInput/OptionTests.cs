using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.BadInput;

public class OptionTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 50 };
    private static readonly Linex<LoanApplication> s_linex = new() { Neighborhood = s_around, Redraws = 1 };

    public static TheoryData<IExplainer<LoanApplication>, string> Options => new()
    {
        { s_linex with { Environments = 1 }, "Environments of LINEX is 1; it must be at least 2." },
        { s_linex with { Bound = 0 }, "Bound of LINEX is 0; it must be above 0." },
        { s_linex with { Bound = -1 }, "Bound of LINEX is -1; it must be above 0." },
        { s_linex with { Bound = double.NaN }, "Bound of LINEX is NaN; it must be above 0." },
        { s_linex with { Budget = 0 }, "Budget of LINEX is 0; it must be above 0." },
        { s_linex with { Budget = double.NaN }, "Budget of LINEX is NaN; it must be above 0." },
        { s_linex with { Tolerance = 0 }, "Tolerance of LINEX is 0; it must be between 0 and 1." },
        { s_linex with { Ridge = -1 }, "Ridge of LINEX is -1; it must be 0 or more." },
        { s_linex with { Kernel = new ExponentialKernel { Width = 0 } }, "Width of the kernel is 0; it must be above 0." },
        { s_linex with { Neighborhood = s_around with { Samples = 1 } }, "Samples of the neighborhood is 1; it must be at least 2." },
        { s_linex with { Neighborhood = s_around with { Radius = 0 } }, "Radius of the neighborhood is 0; it must be above 0." },
        { s_linex with { Neighborhood = s_around with { Radius = double.NaN } }, "Radius of the neighborhood is NaN; it must be above 0." },
        { new SmoothedLime<LoanApplication> { Neighborhood = s_around, Environments = 0 }, "Environments of S-LIME is 0; it must be at least 2." },
        { new Lime<LoanApplication> { Neighborhood = s_around, Ridge = double.NaN }, "Ridge of LIME is NaN; it must be 0 or more." },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void OptionOutsideItsRange(IExplainer<LoanApplication> explainer, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => explainer.Explain(s_model, s_loans[0])).Message);

    [Fact]
    public void SelectionOfNothing() =>
        Assert.Contains("at least 1", Assert.Throws<InvalidOptionException>(() => FeatureSelection.Forward(0)).Message);

    [Fact]
    public void NoThreads() =>
        Assert.Contains("at least 1", Assert.Throws<InvalidOptionException>(() => s_linex.ExplainMany(s_model, s_loans.Rows, threads: 0).Results).Message);

    [Fact]
    public void UnknownSpread()
    {
        string message = Assert.Throws<InvalidOptionException>(() => new Lime<Point>().Explain(Model.From<Point>(point => point.X), new Point(1, 2, 3, 4))).Message;
        Assert.StartsWith("Nothing tells how far Point.X spreads.", message);
        Assert.Contains("[Numeric(minimum, maximum)]", message);
    }

    [Fact]
    public void KernelSoNarrowThatAllWeightsVanish()
    {
        Lime<LoanApplication> lime = new() { Neighborhood = s_around, Kernel = new ExponentialKernel { Width = 1e-6 } };
        string message = Assert.Throws<NoFitException>(() => lime.Explain(s_model, s_loans[0])).Message;
        Assert.StartsWith("All 49 neighbors of LoanApplication { Age = ", message);
        Assert.Contains("Widen the kernel", message);
        Assert.Throws<NoFitException>(() => (s_linex with { Kernel = lime.Kernel }).Explain(s_model, s_loans[0]));
    }

    [Fact]
    public void KernelSoNarrowThatAnEnvironmentHasNoWeight()
    {
        // Two samples: an environment that draws the far one twice has no weight left.
        Linex<LoanApplication> linex = s_linex with { Neighborhood = s_around with { Samples = 2 }, Kernel = new ExponentialKernel { Width = 0.02 }, Environments = 40 };
        List<string> messages = [];
        foreach (LoanApplication loan in s_loans.Rows)
        {
            try
            {
                Explanation<LoanApplication> explanation = linex.Explain(s_model, loan);
                Assert.All(explanation.Attribution.AsSpan().ToArray(), effect => Assert.True(double.IsFinite(effect)));
            }
            catch (NoFitException error)
            {
                messages.Add(error.Message);
            }
        }

        Assert.NotEmpty(messages);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void KernelThatGivesNoWeight(double weight)
    {
        Linex<LoanApplication> linex = s_linex with { Kernel = new Fixed(weight) };
        Assert.Contains($"the weight {weight}; it must be 0 or more", Assert.Throws<InvalidOptionException>(() => linex.Explain(s_model, s_loans[0])).Message);
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(-1e307)]
    public void AnswersTooLargeToFit(double scale)
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => scale * Loans.Score(loan));
        foreach (IExplainer<LoanApplication> explainer in (IExplainer<LoanApplication>[])[s_linex, new Lime<LoanApplication> { Neighborhood = s_around }])
            Assert.Contains("too large", Assert.Throws<NoFitException>(() => explainer.Explain(model, s_loans[0])).Message);
    }

    [Fact]
    public void SpreadTooLargeForADouble()
    {
        Dataset<OddRanges> background = new([new(1, -6, 1, 7, 1e300), new(2, -7, 1.00000005, 8, -1e300)]);
        Assert.Contains("OddRanges.Huge", Assert.Throws<InvalidDatasetException>(() => background.Statistics).Message);
    }

    [Fact]
    public void NeighborThatIsNoNumber()
    {
        Lime<LoanApplication> lime = new() { Neighborhood = new Broken() };
        Assert.Contains("not at a finite distance", Assert.Throws<NoFitException>(() => lime.Explain(Model.From<LoanApplication>(_ => 1), s_loans[0])).Message);
    }

    private sealed record Fixed(double Weight) : IKernel
    {
        public void Weigh(Span<double> squaredDistances, int features) => squaredDistances.Fill(Weight);
    }

    private sealed class Broken : INeighborhood<LoanApplication>
    {
        public int Samples => 5;

        public FeatureStatistics<LoanApplication> Statistics => s_loans.Statistics;

        public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => neighbors.Fill(double.NaN);
    }

    [Fact]
    public void ForestOptions()
    {
        Dataset<LoanApplication> target = s_loans.WithTarget(s_loans.Rows.Select(Loans.Score));
        Assert.Contains("Trees is 0", Assert.Throws<InvalidOptionException>(() => new RandomForest<LoanApplication> { Trees = 0 }.Train(target)).Message);
    }
}
