namespace TypedExplain.Training.Tests.Training;

/// <summary>A training that is ended gives the best model that it had, and none where there was none.</summary>
public class CancellationTests
{
    private static readonly Dataset<Dot> s_dots = Dots.Colored(120);
    private static readonly Dataset<Dot> s_sides = s_dots.WithLabels(s_dots.Rows.Select(dot => dot.U > 0 ? Side.Right : Side.Left));
    private static readonly LabeledImages s_images = new(28, [.. Enumerable.Range(0, 8 * 784).Select(i => i % 7 / 7f)], [0, 1, 0, 1, 0, 1, 0, 1]);

    [Fact]
    public void A_self_explaining_network_is_the_best_so_far()
    {
        SennTrainer<Dot> trainer = new() { HiddenUnits = [4], Epochs = int.MaxValue, BatchSize = 20, Seed = 1 };
        Assert.Throws<OperationCanceledException>(() => trainer.Train(s_sides, s_sides, new CancellationToken(canceled: true)));

        // Without an end it would run for years. A machine on which no epoch is done in a while gets longer.
        Senn<Dot>? senn = null;
        for (int tenths = 1; senn is null; tenths *= 2)
        {
            using CancellationTokenSource end = new(TimeSpan.FromMilliseconds(100 * tenths));
            senn = Record.Exception(() => senn = trainer.Train(s_sides, s_sides, end.Token)) is null ? senn : null;
        }

        Assert.InRange(senn.Output("Right").Predict(s_dots[0]), 0, 1);
    }

    [Fact]
    public void An_image_classifier_has_learned_for_an_epoch()
    {
        ImageTrainer trainer = new() { Epochs = 1000, BatchSize = 4, Stability = 0 };
        Assert.Throws<OperationCanceledException>(() => trainer.Train(s_images, cancellation: new CancellationToken(canceled: true)));

        using CancellationTokenSource end = new();
        List<double> losses = [];
        ImageClassifier ended = trainer.Train(s_images, new Told(loss =>
        {
            losses.Add(loss);
            if (losses.Count == 2)
                end.Cancel();
        }), end.Token);

        Assert.Equal(2, losses.Count);
        using MemoryStream one = new(), other = new();
        ended.Save(one);
        (trainer with { Epochs = 2 }).Train(s_images).Save(other);
        Assert.Equal(other.ToArray(), one.ToArray());
    }

    [Fact]
    public void A_search_and_a_frontier_that_are_ended_train_no_further_network()
    {
        ExpoTrainer<Dot> trainer = new() { HiddenUnits = [2], MaxEpochs = 1, MinEpochs = 0 };
        int tried = 0, points = 0;
        using CancellationTokenSource end = new(), endOfFrontier = new();
        Assert.ThrowsAny<OperationCanceledException>(() => new ConfigurationSearch<Dot> { Trainer = trainer, Depths = [1], Widths = [2, 3, 4, 5], Trials = 2 }
            .Run(s_dots, new Tried(_ => Count(ref tried, end)), end.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => new ExpoFrontier<Dot> { Trainer = trainer, Explainers = [new Lime<Dot> { Neighborhood = new GaussianNeighborhood<Dot> { Background = s_dots, Samples = 20 } }], Weights = [0, 0.1, 0.2, 0.3], Neighbors = 1 }
            .Run(s_dots, Dots.Colored(8), new Pointed(_ => Count(ref points, endOfFrontier)), endOfFrontier.Token));

        Assert.Equal((2, 2), (tried, points));

        static void Count(ref int count, CancellationTokenSource end)
        {
            if (++count == 2)
                end.Cancel();
        }
    }

    private enum Side { Left, Right }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }

    private sealed class Tried(Action<SearchTrial> tell) : IProgress<SearchTrial>
    {
        public void Report(SearchTrial value) => tell(value);
    }

    private sealed class Pointed(Action<FrontierPoint<Dot>> tell) : IProgress<FrontierPoint<Dot>>
    {
        public void Report(FrontierPoint<Dot> value) => tell(value);
    }
}
