namespace TypedExplain.Training.Tests.Training;

/// <summary>What is measured on rows that were learned from says so.</summary>
public class SharedRowTests
{
    private static readonly ExpoTrainer<Dot> s_trainer = new() { HiddenUnits = [5], MaxEpochs = 2, BatchSize = 20 };

    [Fact]
    public void ValidationRowsThatWereLearnedFrom()
    {
        Dataset<Dot> dots = Dots.Bent(40), again = Dots.Bent(40), others = Dots.Bent(80).Select([.. Enumerable.Range(40, 40)]);
        Assert.Equal(40, Shared(dots, dots));
        Assert.Equal(40, Shared(dots, again));
        Assert.Equal(10, Shared(dots, dots.Select([.. Enumerable.Range(0, 10)])));
        Assert.Equal(0, Shared(dots, others));

        // The same rows with other targets are not those that were learned from.
        Assert.Equal(0, Shared(dots, dots.WithTarget(Enumerable.Repeat(5.0, 40))));
        Assert.EndsWith("; 40 of 40 validation rows are training rows too, so that this loss flatters", s_trainer.Train(dots, dots).Report!.ToString());
        Assert.DoesNotContain("flatters", s_trainer.Train(dots, others).Report!.ToString());
        Assert.Equal(0, s_trainer.Train(dots).Report!.SharedRows);

        static int Shared(Dataset<Dot> train, Dataset<Dot> validation) => s_trainer.Train(train, validation).Report!.SharedRows;
    }

    [Fact]
    public void AFrontierMeasuredOnTrainingRows()
    {
        Dataset<Dot> dots = Dots.Bent(40), others = Dots.Bent(80).Select([.. Enumerable.Range(40, 40)]);
        ExpoFrontier<Dot> frontier = new()
        {
            Trainer = s_trainer,
            Weights = [0],
            Explainers = [new Lime<Dot> { Neighborhood = new GaussianNeighborhood<Dot> { Background = dots, Samples = 50 } }],
        };
        Assert.Equal(40, frontier.Run(dots, dots).SharedRows);
        Assert.Equal(0, frontier.Run(dots, others).SharedRows);
    }
}
