namespace TypedExplain.Tests.Explainers;

/// <summary>Without an intercept an answer that is the same everywhere has to be made up of slopes.</summary>
public class WithoutInterceptTests
{
    private static readonly GaussianNeighborhood<Reading> s_around = new() { Samples = 50, Radius = 0.2 };
    private static readonly Reading s_instance = new(4, 7);

    [Fact]
    public void AConstantAnswerIsMadeUpOfSlopes()
    {
        IModel<Reading> same = Model.From<Reading>(_ => 1);
        LinearExplainer<Reading>[] methods = [new Lime<Reading>(), new SmoothedLime<Reading>(), new Linex<Reading>()];
        foreach (LinearExplainer<Reading> method in methods.Select(method => method with { Neighborhood = s_around, Intercept = false, Ridge = 1e-6 }))
        {
            Explanation<Reading> explanation = method.Explain(same, s_instance);
            Assert.Equal(0, explanation.Intercept, 1e-9);
            Assert.Equal(1, explanation.LocalPrediction, 0.05);
            Assert.Equal(0, explanation.Predict(new Reading(0, 0)), 1e-9);
        }
    }

    /// <summary>A model that is linear without a constant is found exactly, and only where the rows are measured from 0.</summary>
    [Fact]
    public void ALinearModelThroughZeroGetsItsWeightsBack()
    {
        Explanation<Reading> explanation = new Lime<Reading> { Neighborhood = s_around, Intercept = false, Ridge = 0 }
            .Explain(Model.From<Reading>(reading => (3 * reading.First) - (2 * reading.Second)), s_instance);
        Assert.Equal(3, explanation.Attribution.First, 1e-9);
        Assert.Equal(-2, explanation.Attribution.Second, 1e-9);
        Assert.Equal(0, explanation.Intercept, 1e-9);
    }

    [Fact]
    public void ZeroEverywhereNeedsNone()
    {
        Explanation<Reading> explanation = new Lime<Reading> { Neighborhood = s_around, Intercept = false }.Explain(Model.From<Reading>(_ => 0), s_instance);
        Assert.Equal([0, 0], explanation.Attribution.AsSpan().ToArray());
        Assert.Equal(0, explanation.Intercept);
        Assert.True(explanation.Caveats.HasFlag(Caveats.ConstantModel));
    }
}

/// <summary>Two numbers of which neither is near 0.</summary>
[FeatureRecord]
public sealed partial record Reading([Numeric(0, 10)] double First, [Numeric(0, 10)] double Second);
