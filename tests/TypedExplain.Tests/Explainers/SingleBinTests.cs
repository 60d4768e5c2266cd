using TypedExplain.Tests.Surrogates;

namespace TypedExplain.Tests.Explainers;

/// <summary>A number of which all of the background lies in one bin: nothing is learned of it, and the explanation says so.</summary>
public class SingleBinTests
{
    [Theory]
    [InlineData(Discretization.Quartile)]
    [InlineData(Discretization.Decile)]
    [InlineData(Discretization.Entropy)]
    public void AllRowsInOneBin(Discretization discretization)
    {
        // Nineteen rows in twenty have the largest value of B, so that every cut is at it.
        Dataset<Triple> background = new Dataset<Triple>(Enumerable.Range(0, 40).Select(i => new Triple(i, i < 2 ? i : 7, Math.Sin(i)))).WithLabels(Enumerable.Repeat(0, 40).Select(_ => DayOfWeek.Monday));
        IModel<Triple> model = Model.From<Triple>(row => row.A + (100 * row.B) + row.C);
        BinnedNeighborhood<Triple> bins = new() { Background = background, Discretization = discretization };
        foreach (IExplainer<Triple> explainer in (IExplainer<Triple>[])[new Lime<Triple> { Neighborhood = bins }, new SmoothedLime<Triple> { Neighborhood = bins }, new Linex<Triple> { Neighborhood = bins }])
        {
            foreach (double own in (double[])[1, 7, 9])
            {
                Explanation<Triple> explanation = explainer.Explain(model, new(3, own, 0.5));
                Assert.Equal(0, explanation.Attribution.B);
                Assert.True(explanation.Caveats.HasFlag(Caveats.HeldFeatures), explainer.Name);
                Assert.Contains("caution: a feature that never varies in the background, or never leaves one bin, was held; its effect is 0", explanation.ToString());
            }
        }
    }

    [Fact]
    public void TwoBinsSayNothing()
    {
        Dataset<Triple> background = new(Enumerable.Range(0, 40).Select(i => new Triple(i, i < 2 ? 9 : 7, Math.Sin(i))));
        Explanation<Triple> explanation = new Lime<Triple> { Neighborhood = new BinnedNeighborhood<Triple> { Background = background } }.Explain(Model.From<Triple>(row => row.A + (100 * row.B) + row.C), new(3, 7, 0.5));
        Assert.False(explanation.Caveats.HasFlag(Caveats.HeldFeatures));
        Assert.NotEqual(0, explanation.Attribution.B);
    }
}
