namespace TypedExplain.Tests.Global;

/// <summary>The same for what two features do together.</summary>
public partial class CoverageTests
{
    // A ratio of a sample is skewed: its intervals held in 927 trials at 100 rows (at 200 within the bounds of the others).
    [Fact]
    public void OfInteractionStrength()
    {
        // Of a·b: the centered parts leave (a − ½)(b − ½) with the variance 1/144, of 7/144 in all.
        IModel<Pair> model = Model.From<Pair>(pair => pair.A * pair.B);
        Covers(100, Drawn, (data, _) =>
        {
            Interaction<Pair> both = new InteractionStrength<Pair> { Background = data, Rows = 100, WithPairs = true }.Measure(model).Pairs[0];
            return (Around(both.HSquared!.Value, both.StandardError), 1 / 7.0);
        }, least: 915);
    }

    [Fact]
    public void OfInteractionInUnitsOfTheAnswer()
    {
        IModel<Pair> model = Model.From<Pair>(pair => pair.A * pair.B);
        Covers(100, (data, _) =>
        {
            Interaction<Pair> both = new InteractionStrength<Pair> { Background = data, Rows = 100, WithPairs = true }.Measure(model).Pairs[0];
            return (Around(both.Strength, both.StrengthError), 1 / 12.0);
        });
    }

    [Fact]
    public void OfPairsOfPartialDependence()
    {
        IModel<Triple> model = Model.From<Triple>(triple => triple.A * triple.B * triple.C);
        Covers(60, Triple.Draw, (data, _) =>
        {
            PartialDependenceSurface<Triple> surface = new PartialDependence<Triple> { Background = data, Points = 3, Curves = 0 }.Of(model, Triple.First, Triple.Second);
            return (Around(surface[1, 2], surface.StandardError(1, 2)), surface.FirstPoints[1].Value * surface.SecondPoints[2].Value / 2);
        });
    }

    [Fact]
    public void OfPairsOfAccumulatedLocalEffects()
    {
        // Of a·b·c what both do beyond each: (a − ½)(b − ½)·E(c).
        IModel<Triple> model = Model.From<Triple>(triple => triple.A * triple.B * triple.C);
        Covers(400, Triple.Draw, (data, _) =>
        {
            AccumulatedSurface<Triple> surface = new AccumulatedLocalEffects<Triple> { Background = data, PairIntervals = 4 }.Of(model, Triple.First, Triple.Second);
            return (Around(surface[4, 4], surface.StandardError(4, 4)), (surface.FirstPoints[4].Value - 0.5) * (surface.SecondPoints[4].Value - 0.5) / 2);
        });
    }

    private static (double Lower, double Upper) Around(double value, double error) => (value - (1.984 * error), value + (1.984 * error));

    [FeatureRecord]
    public sealed partial record Triple([Numeric(0, 1)] double A, [Numeric(0, 1)] double B, [Numeric(0, 1)] double C)
    {
        internal static Feature<Triple> First => FeatureSchema.Of<Triple>().Features[0];

        internal static Feature<Triple> Second => FeatureSchema.Of<Triple>().Features[1];

        internal static Triple Draw(RandomStream stream, int row) => new(stream.Uniform(3 * row), stream.Uniform((3 * row) + 1), stream.Uniform((3 * row) + 2));
    }
}
