using TypedExplain.Metrics;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Metrics;

/// <summary>ExpO's metrics of real explainers, beside a slow computation by their definitions.</summary>
public class ExpoMetricsTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Analytic.Smooth<LoanApplication>();
    private static readonly GaussianNeighborhood<LoanApplication> s_near = new() { Background = s_loans, Samples = 4, Radius = 0.1 };
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 60 }, Seed = 3 };

    [Fact]
    public void TheyFollowTheirDefinitions()
    {
        double point = 0, around = 0, stability = 0, resampled = 0;
        foreach (LoanApplication loan in s_loans.Rows)
        {
            Explanation<LoanApplication> own = s_lime.Explain(s_model, loan);
            point += Square(own.Predict(loan) - s_model.Predict(loan)) / s_loans.Count;
            foreach (LoanApplication other in Perturbations(loan, seed: 9))
            {
                around += Square(own.Predict(other) - s_model.Predict(other)) / 3 / s_loans.Count;
                stability += Distance(own, s_lime.Explain(s_model, other)) / 3 / s_loans.Count;
            }

            for (int seed = 1; seed <= 2; seed++)
                resampled += Distance(own, (s_lime with { Seed = seed }).Explain(s_model, loan)) / 2 / s_loans.Count;
        }

        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(s_lime, s_model, s_loans);
        Assert.Equal(point, new PointFidelity<LoanApplication>().Evaluate(rows).Mean, 1e-12);
        Assert.Equal(around, new NeighborhoodFidelity<LoanApplication> { Neighborhood = s_near, Seed = 9 }.Evaluate(rows).Mean, 1e-12);
        Assert.Equal(stability, new Stability<LoanApplication> { Neighborhood = s_near, Seed = 9 }.Evaluate(rows).Mean, 1e-12);
        Assert.Equal(resampled, new ResamplingStability<LoanApplication> { Explainer = seed => s_lime with { Seed = seed }, Runs = 2 }.Evaluate(rows).Mean, 1e-12);
    }

    [Fact]
    public void ALinearModelIsExplainedWithoutErrorAndTheSameEverywhere()
    {
        Lime<Point> lime = new() { Neighborhood = new GaussianNeighborhood<Point> { Background = Points(), Samples = 60 }, Ridge = 0 };
        GaussianNeighborhood<Point> near = new() { Background = Points(), Samples = 6, Radius = 0.1 };
        ExplainedRows<Point> rows = ExplainedRows<Point>.Of(lime, Analytic.Linear<Point>([1, -2, 3, 0.5], 4), Points());
        foreach (IMetric<Point> metric in (IMetric<Point>[])[new PointFidelity<Point>(), new NeighborhoodFidelity<Point> { Neighborhood = near }, new Stability<Point> { Neighborhood = near }, new SeedVariance<Point> { Explainer = seed => lime with { Seed = seed } }])
            Assert.True(metric.Evaluate(rows).Mean < 1e-12, $"{metric.Evaluate(rows)}");
    }

    [Fact]
    public void StabilityWithoutTheConstantIsSmaller()
    {
        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(s_lime, s_model, s_loans);
        Stability<LoanApplication> stability = new() { Neighborhood = s_near };
        Score with = stability.Evaluate(rows), without = (stability with { Intercept = false }).Evaluate(rows);
        Assert.True(without.Mean < with.Mean);
        Assert.Contains("with the constant", with.Convention);
        Assert.Contains("without the constant", without.Convention);
    }

    [Fact]
    public void NeighborhoodFidelityAsksOnceAboutAllPerturbations()
    {
        List<int> batches = [];
        IModel<LoanApplication> counting = Counted.Of(s_model, batches);
        ExplainedRows<LoanApplication> rows = new(s_loans, s_lime.ExplainMany(s_model, s_loans.Rows).Results) { Model = counting };
        _ = new NeighborhoodFidelity<LoanApplication> { Neighborhood = s_near }.Evaluate(rows);
        Assert.Equal([3 * s_loans.Count], batches);
    }

    [Fact]
    public void VarianceOverSeedsIsThatOfTheEffects()
    {
        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(s_lime, s_model, s_loans);
        Score score = new SeedVariance<LoanApplication> { Explainer = seed => s_lime with { Seed = seed }, Runs = 3, FirstSeed = 5 }.Evaluate(rows);
        for (int row = 0; row < s_loans.Count; row++)
        {
            double[][] effects = [.. Enumerable.Range(5, 3).Select(seed => (s_lime with { Seed = seed }).Explain(s_model, s_loans[row]).Standardized.AsSpan().ToArray())];
            double expected = Enumerable.Range(0, 4).Average(j =>
            {
                double mean = effects.Average(run => run[j]);
                return effects.Sum(run => Square(run[j] - mean)) / 2;
            });
            Assert.Equal(expected, score.Values[row], 1e-12);
        }

        Score exact = new SeedVariance<LoanApplication> { Explainer = _ => new TrivialExplainer<LoanApplication> { Background = s_loans } }.Evaluate(rows);
        Assert.Equal(0, exact.Mean);
    }

    [Fact]
    public void TheSameScoreTwice()
    {
        Stability<LoanApplication> stability = new() { Neighborhood = s_near, Seed = 4 };
        Score once = stability.Evaluate(s_lime, s_model, s_loans);
        Assert.Equal(once, stability.Evaluate(s_lime, s_model, s_loans));
        Assert.NotEqual(once, (stability with { Seed = 5 }).Evaluate(s_lime, s_model, s_loans));
    }

    [Fact]
    public void RowsThatDoNotKnowTheirModel()
    {
        ExplainedRows<LoanApplication> rows = new(s_loans, s_lime.ExplainMany(s_model, s_loans.Rows).Results);
        IMetric<LoanApplication>[] metrics =
        [
            new NeighborhoodFidelity<LoanApplication> { Neighborhood = s_near },
            new Stability<LoanApplication> { Neighborhood = s_near },
            new ResamplingStability<LoanApplication> { Explainer = _ => s_lime },
            new SeedVariance<LoanApplication> { Explainer = _ => s_lime },
        ];
        foreach (IMetric<LoanApplication> metric in metrics)
            Assert.StartsWith($"{metric.Name} asks the model about further rows", Assert.Throws<InvalidOptionException>(() => metric.Evaluate(rows)).Message);
    }

    [Fact]
    public void OptionsOutsideTheirRange()
    {
        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(s_lime, s_model, s_loans);
        Check(new NeighborhoodFidelity<LoanApplication> { Neighborhood = s_near with { Samples = 1 } }, "Samples of the neighborhood is 1; it must be at least 2");
        Check(new ResamplingStability<LoanApplication> { Explainer = _ => s_lime, Runs = 0 }, "Runs of Resampling stability is 0; it must be at least 1.");
        Check(new SeedVariance<LoanApplication> { Explainer = _ => s_lime, Runs = 1 }, "Runs of Seed variance is 1; it must be at least 2.");

        void Check(IMetric<LoanApplication> metric, string message) =>
            Assert.StartsWith(message, Assert.Throws<InvalidOptionException>(() => metric.Evaluate(rows)).Message);
    }

    [Fact]
    public void DirectionsAreCountedOverNonZeroEffectsAlone()
    {
        double[][] effects = [[1, 0, 0], [0, 0, -1], [-1, 0, -1], [1, 0, -1]];
        double[] values = MetricFormulas.Unidirectionality(4, _ => new int[] { 1, 2, 3 }, row => effects[row], ZeroEffects.LeftOut, withSelf: false);

        // The first feature has −1 and 1, the second has none, the third agrees: the mean of 0 and 1.
        Assert.Equal(0.5, values[0]);
        Assert.Equal(1, MetricFormulas.Unidirectionality(1, _ => new int[] { 0 }, _ => new double[3], ZeroEffects.LeftOut, withSelf: false)[0]);
    }

    private static Dataset<Point> Points() => new(Enumerable.Range(0, 12).Select(i => new Point(i, i % 3, i % 5, -i % 7)));

    private static IEnumerable<LoanApplication> Perturbations(LoanApplication loan, int seed)
    {
        double[] own = new double[FeatureSchema.Of<LoanApplication>().Columns], drawn = new double[3 * own.Length];
        FeatureSchema.Of<LoanApplication>().Encode(loan, own);
        s_near.Sample(own, new RandomStream(seed, "metric").For(own), drawn);
        return [.. Enumerable.Range(0, 3).Select(i => new EncodedRows<LoanApplication>(drawn).Decode(i))];
    }

    private static double Distance(Explanation<LoanApplication> a, Explanation<LoanApplication> b) =>
        Square(a.Intercept - b.Intercept) + FeatureSchema.Of<LoanApplication>().Features.Sum(feature => Square(a.Attribution[feature] - b.Attribution[feature]));

    private static double Square(double value) => value * value;
}
