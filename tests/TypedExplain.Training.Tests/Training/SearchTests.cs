using TypedExplain.Training.Research;

namespace TypedExplain.Training.Tests.Training;

public class SearchTests
{
    private static readonly ConfigurationSearch<Dot> s_search = new()
    {
        Trainer = new() { MaxEpochs = 25, LearningRate = 0.02, BatchSize = 32 },
        Depths = [0, 1],
        Widths = [2, 16],
        Weights = [0.5, 0.01],
        Regularizer = weight => new FidelityRegularizer<Dot> { Weight = weight },
        Trials = 2,
    };

    [Fact]
    public void TheBestShapeAndThenTheBestWeight()
    {
        Dataset<Dot> data = Dots.Bent(150);
        List<SearchTrial> told = [];
        SearchResult<Dot> result = (s_search with { MaxThreads = 2 }).Run(data, new Told(told.Add));
        Assert.Equal([(0, 2), (0, 16), (1, 2), (1, 16)], result.Shapes.Select(trial => (trial.Depth, trial.Width)));
        Assert.Equal((1, 16), (result.Best.Depth, result.Best.Width));
        Assert.Equal([0.5, 0.01], result.Weights.Select(trial => trial.Weight));
        Assert.All(result.Weights, trial => Assert.Equal(trial.MeanError - (0.1 * trial.Weight), trial.Score));
        Assert.Equal(result.Weights.MinBy(trial => trial.Score), result.Best);
        Assert.Equal([.. result.Shapes, .. result.Weights], told);
        Assert.Equal([16], result.Trainer.HiddenUnits.AsEnumerable());
        Assert.Equal(result.Best.Weight, result.Trainer.Regularizer!.Weight);
        Assert.Equal(result.Shapes.AsEnumerable(), (s_search with { MaxThreads = 1, Regularizer = null }).Run(data).Shapes);
        Assert.Equal(0.5, (s_search with { Bonus = 100, Depths = [0], Widths = [1] }).Run(data).Best.Weight);
    }

    [Fact]
    public void Options()
    {
        Refused(s_search with { Depths = [] }, "Depths is empty; it must hold at least one number of layers.");
        Refused(s_search with { Widths = [0] }, "Widths holds 0; each number of units must be 1 or more.");
        Refused(s_search with { Weights = [0] }, "Weights must hold");
        Refused(s_search with { Trials = 0 }, "Trials is 0");
        Refused(s_search with { Bonus = -1 }, "Bonus is -1; it must be 0 or more.");

        static void Refused(ConfigurationSearch<Dot> search, string message) =>
            Assert.Contains(message, Assert.Throws<InvalidOptionException>(() => search.Run(Dots.Bent(50))).Message);
    }

    [Fact]
    public void PublishedConfigurationsAreThoseOfThePaper()
    {
        Assert.Equal(10, PublishedConfiguration.All.Length);
        PublishedConfiguration housing = PublishedConfiguration.All.Single(own => own.Data == "housing");
        Assert.Equal((0.005, 0.005, 0.001, 0.001), (housing.Fidelity, housing.OneFeatureFidelity, housing.L1, housing.L2));
        Assert.Equal([100, 100, 100, 100, 100], housing.HiddenUnits.AsEnumerable());
    }

    private sealed class Told(Action<SearchTrial> report) : IProgress<SearchTrial>
    {
        public void Report(SearchTrial value) => report(value);
    }
}
