using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>LINEX over several draws of its environments, and over draws without end.</summary>
public class RedrawTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 250 };
    private static readonly IModel<LoanApplication> s_model = Analytic.Smooth<LoanApplication>();

    [Fact]
    public void TheDefaultHasNoDice()
    {
        Linex<LoanApplication> linex = new() { Neighborhood = s_around, Seed = 2 };
        Assert.Equal(Effects(linex with { Redraws = null }), Effects(linex));
        Assert.NotEqual(Effects(linex with { Redraws = 1 }), Effects(linex));
        Assert.Null(linex.Explain(s_model, s_loans[0]).Agreement);
    }

    [Fact]
    public void TheLimitIsTheMedianOfManyDraws()
    {
        // Section 4.5c: within a fraction of a standard error, and far nearer than LIME or one draw.
        double near = 0, lime = 0, one = 0;
        for (int row = 0; row < 6; row++)
        {
            double[] median = Effects(new() { Neighborhood = s_around, Redraws = 101 }, row), errors = [.. Lime(row).StandardErrors!.AsSpan()];
            near += Distance(Effects(new() { Neighborhood = s_around, Redraws = null }, row), median, errors);
            lime += Distance([.. Lime(row).Standardized.AsSpan()], median, errors);
            one += Distance(Effects(new() { Neighborhood = s_around, Redraws = 1 }, row), median, errors);
        }

        Assert.InRange(near / 6, 0, 0.2);
        Assert.True(near < lime / 2 && near < one / 2, $"{near} {lime} {one}");
    }

    [Theory]
    [InlineData(SamplingDesign.Independent)]
    [InlineData(SamplingDesign.AntitheticPairs)]
    [InlineData(SamplingDesign.OrthogonalPairs)]
    public void AnotherSeedChangesTheLimitLess(SamplingDesign design)
    {
        GaussianNeighborhood<LoanApplication> around = s_around with { Design = design };
        double Variance(LinearExplainer<LoanApplication> explainer) =>
            new SeedVariance<LoanApplication> { Explainer = seed => explainer with { Seed = seed }, Runs = 12 }.Evaluate(explainer, s_model, s_loans).Mean;
        double limit = Variance(new Linex<LoanApplication> { Neighborhood = around, Redraws = null });
        double fifteen = Variance(new Linex<LoanApplication> { Neighborhood = around, Redraws = 15 });
        double one = Variance(new Linex<LoanApplication> { Neighborhood = around, Redraws = 1 });
        Assert.True(limit < 0.75 * one && fifteen < 0.85 * one, $"{limit} {fifteen} {one}");
    }

    [Fact]
    public void PairsVaryLessThanDrawsOnTheirOwn()
    {
        // What is even around the instance cancels in a pair.
        Dataset<Point> points = new([new(0, 0, 0, 0), new(1, 2, 3, 4), new(5, 1, -3, 2), new(2, 0, 1, 1), new(-1, 3, 2, 0), new(0, -2, 1, 5)]);
        Feature<Point>[] numbers = [.. FeatureSchema.Of<Point>().Features];
        IModel<Point> model = Model.FromRows<Point>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
            {
                double x = rows[row][numbers[0].Column], y = rows[row][numbers[1].Column];
                scores[row] = (x * x) + (x * y) - rows[row][numbers[2].Column];
            }
        });
        double Variance(SamplingDesign design)
        {
            Linex<Point> linex = new() { Neighborhood = new GaussianNeighborhood<Point> { Background = points, Samples = 250, Design = design }, Redraws = null };
            return new SeedVariance<Point> { Explainer = seed => linex with { Seed = seed }, Runs = 12 }.Evaluate(linex, model, points).Mean;
        }

        double pairs = Variance(SamplingDesign.AntitheticPairs), single = Variance(SamplingDesign.Independent);
        Assert.True(pairs < 0.5 * single, $"{pairs} {single}");
    }

    [Fact]
    public void OddEnvironmentsHaveNoVoteForZero()
    {
        InvalidOptionException error = Assert.Throws<InvalidOptionException>(() => Effects(new() { Neighborhood = s_around, Redraws = null, Environments = 3 }));
        Assert.Contains("must be even", error.Message);
    }

    [Fact]
    public void WhatBelongsToTheGameIsRefusedWithoutDice()
    {
        Linex<LoanApplication> limit = new() { Neighborhood = s_around, Redraws = null };
        foreach (Linex<LoanApplication> linex in new[] { limit with { Bound = 1 }, limit with { Budget = 1 }, limit with { Bootstrap = Bootstrap.ByWeight } })
            Assert.Contains("set Redraws to 1", Assert.Throws<InvalidOptionException>(() => Effects(linex)).Message);
        Assert.Contains("Leave Redraws out", Assert.Throws<InvalidOptionException>(() => Effects(limit with { Redraws = 3, Partition = [s_around, s_around] })).Message);
        Assert.Throws<InvalidOptionException>(() => Effects(limit with { Redraws = 0 }));
    }

    [Fact]
    public void AnEnvironmentOfTheInstanceAloneHasNoSlopes()
    {
        // By weight nothing else is drawn from so narrow a kernel: the answer is no effect, and the caveat says why.
        Linex<LoanApplication> linex = new() { Neighborhood = s_around with { Samples = 20 }, Kernel = new ExponentialKernel { Width = 0.03 }, Redraws = 1, Bootstrap = Bootstrap.ByWeight };
        Explanation<LoanApplication> explanation = linex.Explain(s_model, s_loans[0]);
        Assert.Equal(new double[4], explanation.Standardized.AsSpan());
        Assert.True(explanation.Caveats.HasFlag(Caveats.FewEffectiveSamples));
    }

    private static double[] Effects(Linex<LoanApplication> linex, int row = 0) => [.. linex.Explain(s_model, s_loans[row]).Standardized.AsSpan()];

    private static Explanation<LoanApplication> Lime(int row) => new Lime<LoanApplication> { Neighborhood = s_around, StandardErrors = true }.Explain(s_model, s_loans[row]);

    private static double Distance(double[] left, double[] right, double[] errors) =>
        Enumerable.Range(0, left.Length).Average(j => Math.Abs(left[j] - right[j]) / errors[j]);
}
