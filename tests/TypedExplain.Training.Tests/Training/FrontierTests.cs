using TypedExplain.Training.Frontiers;

namespace TypedExplain.Training.Tests.Training;

public class FrontierTests
{
    [Fact]
    public void MoreWeightGivesBetterExplanations()
    {
        (Dataset<Dot> train, Dataset<Dot> test) = Dots.Bent(200).Split(0.2, 1);
        ExpoFrontier<Dot> frontier = new()
        {
            Trainer = new() { HiddenUnits = [30, 30], MaxEpochs = 60, LearningRate = 0.01, BatchSize = 32 },
            Weights = [0, 0.1, 3],
            Explainers = [new Lime<Dot> { Neighborhood = new GaussianNeighborhood<Dot> { Background = train, Samples = 200, Radius = 0.5 }, Kernel = new ExponentialKernel { Width = 1 }, Ridge = 0.01 }],
        };
        Frontier<Dot> found = frontier.Run(train, test);
        Assert.Equal(["LIME"], found.Explainers.AsEnumerable());
        Assert.Equal([0, 0.1, 3], found.Points.Select(point => point.Weight));
        Assert.True(found.Points[2].Qualities[0].NeighborhoodFidelity < 0.5 * found.Points[0].Qualities[0].NeighborhoodFidelity);
        Assert.True(found.Points[2].Qualities[0].PointFidelity < 0.5 * found.Points[0].Qualities[0].PointFidelity);
        Assert.True(found.Points[2].Qualities[0].Stability < found.Points[0].Qualities[0].Stability);
        Assert.Equal(found.Points[1].Qualities.AsEnumerable(), frontier.Run(train, test).Points[1].Qualities);
        Assert.Contains(found.Knee()!, found.Points);
    }

    [Fact]
    public void ALinearModelIsExplainedExactly()
    {
        (Dataset<Dot> train, Dataset<Dot> test) = Dots.Bent(100).Split(0.2, 1);
        FrontierQuality quality = new ExpoFrontier<Dot>
        {
            Trainer = new() { HiddenUnits = [], MaxEpochs = 2 },
            Weights = [0],
            Explainers = [new Lime<Dot> { Neighborhood = new GaussianNeighborhood<Dot> { Background = train, Samples = 200 }, Ridge = 0 }],
        }.Run(train, test).Points[0].Qualities[0];
        Assert.True(quality.NeighborhoodFidelity < 0.02 && quality.PointFidelity < 0.02, $"{quality}: only the three colors, seen as own or other, are not linear");
    }

    [Fact]
    public void TheKneeIsFurthestBelowTheLine()
    {
        Assert.Equal(1, FrontierKnee.Of([(0, 10), (0.1, 1), (1, 0), (0.5, 0.9)]));
        Assert.Equal(3, FrontierKnee.Of([(0, 10), (0.8, 1), (1, 0), (0.1, 2)]));
        Assert.Equal(0, FrontierKnee.Of([(1, 1), (2, 2), (double.NaN, 0)]));
        Assert.Equal(0, FrontierKnee.Of([(1, 2), (2, 1)]));
        Assert.Null(FrontierKnee.Of([(double.NaN, 1), (1, double.PositiveInfinity)]));
    }

    [Fact]
    public void Options()
    {
        ExpoFrontier<Dot> frontier = new() { Explainers = [new Lime<Dot>()] };
        Refused(frontier with { Explainers = [] }, "Explainers of the frontier is empty; it needs at least 1.");
        Refused(frontier with { Weights = [-1] }, "Weights of the frontier holds -1; each must be 0 or more.");
        Refused(frontier with { Neighbors = 0 }, "Neighbors of the frontier is 0; it must be at least 1.");
        Refused(frontier with { Radius = 0 }, "Radius of the frontier is 0; it must be above 0.");
        Assert.Equal("There is 1 test row; the frontier measures on at least 2.", Assert.Throws<InvalidDatasetException>(() => frontier.Run(Dots.Bent(50), Dots.Bent(1))).Message);
        Refused(frontier with { Output = -1 }, "Output of the frontier is -1; it must be 0 or more.");
        Refused(frontier with { Trainer = new() { MaxEpochs = 1, HiddenUnits = [2] }, Output = 1 }, "Output of the frontier is 1; the network has 1.");

        static void Refused(ExpoFrontier<Dot> own, string message) =>
            Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => own.Run(Dots.Bent(50), Dots.Bent(20))).Message);
    }
}
