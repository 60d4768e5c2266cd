namespace TypedExplain.Tests.Global;

/// <summary>Intervals hold the truth of the population in 95 % of 1,000 trials.</summary>
public partial class CoverageTests
{
    private const int Trials = 1000;

    private static readonly Feature<Pair> s_a = FeatureSchema.Of<Pair>().Features[0];

    [Fact]
    public void OfPartialDependence()
    {
        IModel<Pair> model = Model.From<Pair>(pair => pair.A + (pair.A * pair.B));
        Covers(60, (data, _) =>
        {
            CurvePoint point = new PartialDependence<Pair> { Background = data, Points = 3, Curves = 0 }.Of(model, s_a).Points[1];
            return (point.Interval(), point.At.Value * 1.5);
        });
    }

    [Fact]
    public void OfAccumulatedLocalEffects()
    {
        // E(∂f/∂a | a) = 2a + E(b): the curve is a² + a/2, less its mean of 1/3 + 1/4.
        IModel<Pair> model = Model.From<Pair>(pair => (pair.A * pair.A) + (pair.A * pair.B));
        Covers(200, (data, _) =>
        {
            CurvePoint point = new AccumulatedLocalEffects<Pair> { Background = data, Intervals = 20 }.Of(model, s_a).Points[15];
            double a = point.At.Value;
            return (point.Interval(), (a * a) + (a / 2) - (7 / 12.0));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void OfPermutationImportance(int repeats)
    {
        // Of y = a·b + noise and a model that says a·b: 2·E(b²)·Var(a) = 2·(1/3)·(1/12).
        IModel<Pair> model = Model.From<Pair>(pair => pair.A * pair.B);
        Covers(100, (data, trial) =>
        {
            RandomStream noise = new(trial, "noise");
            Dataset<Pair> target = data.WithTarget(data.Rows.Select((row, i) => (row.A * row.B) + (0.2 * (noise.Uniform(i) - 0.5))));
            FeatureImportance<Pair> importance = new PermutationImportance<Pair> { Repeats = repeats, Seed = trial }.Measure(model, target)[s_a];
            return (importance.Interval(), 1 / 18.0);
        });
    }

    [Fact]
    public void OfConditionalImportance()
    {
        // Neighbors are drawn from the whole range whatever the row is, so the truth is that of values of other rows.
        IModel<Pair> model = Model.From<Pair>(pair => pair.A * pair.B);
        Covers(100, (data, trial) =>
        {
            PermutationImportance<Pair> method = new() { Repeats = 5, Seed = trial, Conditional = new Anywhere(data.Statistics) };
            FeatureImportance<Pair> importance = method.Measure(model, data.WithTarget(data.Rows.Select(row => row.A * row.B)))[s_a];
            return (importance.Interval(), 1 / 18.0);
        });
    }

    private static void Covers(int rows, Func<Dataset<Pair>, int, ((double Lower, double Upper) Interval, double Truth)> trial) =>
        Covers(rows, Drawn, trial);

    private static Pair Drawn(RandomStream stream, int row) => new(stream.Uniform(2 * row), stream.Uniform((2 * row) + 1));

    private static void Covers<T>(int rows, Func<RandomStream, int, T> draw, Func<Dataset<T>, int, ((double Lower, double Upper) Interval, double Truth)> trial, int least = 929)
        where T : IFeatureRecord<T>
    {
        int covered = 0;
        for (int i = 0; i < Trials; i++)
        {
            RandomStream stream = new(i, "coverage");
            ((double lower, double upper), double truth) = trial(new([.. Enumerable.Range(0, rows).Select(row => draw(stream, row))]), i);
            covered += truth >= lower && truth <= upper ? 1 : 0;
        }

        // 95 % of 1,000, within three standard errors of such a count.
        Assert.InRange(covered, least, 971);
    }

    [FeatureRecord]
    public sealed partial record Pair([Numeric(0, 1)] double A, [Numeric(0, 1)] double B);

    private sealed class Anywhere(FeatureStatistics<Pair> statistics) : INeighborhood<Pair>
    {
        public int Samples => 100;

        public FeatureStatistics<Pair> Statistics => statistics;

        Description IDescribed.Describe() => new("anywhere");

        public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => stream.FillUniform(0, neighbors);
    }
}
