using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Tests.Training;

/// <summary>However many threads a step is divided among, the model has the same bits.</summary>
public class ThreadTests
{
    public static TheoryData<string> Regularizers => ["none", "FIDELITY", "1D-FIDELITY", "STABILITY", "L2"];

    [Theory]
    [MemberData(nameof(Regularizers))]
    public void Perceptrons(string name)
    {
        IRegularizer<Dot>? regularizer = new IRegularizer<Dot>[] { new FidelityRegularizer<Dot>(), new OneFeatureFidelityRegularizer<Dot>(), new StabilityRegularizer<Dot> { Samples = 3 }, new L2Regularizer<Dot>() }.SingleOrDefault(own => own.Name == name);
        ExpoTrainer<Dot> trainer = new() { HiddenUnits = [37, 20, 5], MaxEpochs = 3, BatchSize = 27, RegularizationBatchSize = 5, Regularizer = regularizer, Seed = 2 };
        foreach (Dataset<Dot> data in new[] { Dots.Bent(90), Dots.Colored(90) })
        {
            Mlp<Dot> one = trainer.Train(data);
            foreach (int threads in new[] { 2, 3, 40 })
            {
                Mlp<Dot> several = (trainer with { MaxThreads = threads }).Train(data);
                Assert.True(one.Parameters.SequenceEqual(several.Parameters), $"{threads} threads");
                Assert.Equal(one.Report!.Epochs.AsEnumerable(), several.Report!.Epochs);
            }
        }
    }

    [Fact]
    public void ACheckpointGoesOnWithOtherThreads()
    {
        Dataset<Dot> data = Dots.Bent(60);
        List<TrainingCheckpoint<Dot>> checkpoints = [];
        ExpoTrainer<Dot> trainer = new() { HiddenUnits = [9], MaxEpochs = 4, CheckpointEpochs = 2, Regularizer = new FidelityRegularizer<Dot>() };
        Mlp<Dot> whole = (trainer with { Checkpointed = checkpoints.Add }).Train(data);
        Assert.True(whole.Parameters.SequenceEqual((trainer with { MaxThreads = 2 }).Train(data, checkpoints[0]).Parameters));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ImageNetworks(double stability)
    {
        RandomStream stream = new(4, "pixels");
        double[] pixels = new double[24 * 81];
        stream.FillUniform(0, pixels);
        LabeledImages images = new(9, [.. pixels.Select(pixel => (float)pixel)], [.. Enumerable.Range(0, 24).Select(i => i % 3)]);
        ImageTrainer trainer = new() { Epochs = 2, BatchSize = 11, Stability = stability };
        float[] logits = Logits(trainer.Train(images));
        foreach (int threads in new[] { 2, 3, 7 })
            Assert.Equal(logits, Logits((trainer with { MaxThreads = threads }).Train(images)));

        float[] Logits(ImageClassifier network)
        {
            float[] own = new float[images.Count * network.Classes];
            network.Score(images.Pixels.AsSpan(), own);
            return own;
        }
    }

    [Fact]
    public void AtLeastOne()
    {
        Assert.Equal("MaxThreads is 0; it must be at least 1.", Assert.Throws<InvalidOptionException>(() => new ExpoTrainer<Dot> { MaxThreads = 0 }.Train(Dots.Bent(20))).Message);
        Assert.Equal("MaxThreads is 0; it must be at least 1.", Assert.Throws<InvalidOptionException>(() => new ImageTrainer { MaxThreads = 0, BatchSize = 2 }.Train(new(1, [0, 1], [0, 1]))).Message);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(3, 10)]
    [InlineData(8, 3)]
    [InlineData(2, 0)]
    public void StretchesAreWholeAndCoverEveryItemOnce(int threads, int items)
    {
        int[] times = new int[items];
        StaticPartition.Each(threads, items, 4, (_, first, count) =>
        {
            Assert.Equal(0, first % 4);
            for (int i = first; i < first + count; i++)
                Interlocked.Increment(ref times[i]);
        });
        Assert.All(times, own => Assert.Equal(1, own));
    }
}
