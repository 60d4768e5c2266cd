namespace TypedExplain.Training.Tests.Training;

public class ExpoTrainerTests
{
    private static readonly ExpoTrainer<Dot> s_trainer = new() { HiddenUnits = [20, 10], LearningRate = 0.01, MaxEpochs = 120, BatchSize = 32, Seed = 1 };

    [Fact]
    public void ItLearnsANumberInItsOwnUnits()
    {
        (Dataset<Dot> train, Dataset<Dot> test) = Dots.Bent(400).Split(0.25, 1);
        Mlp<Dot> model = s_trainer.Train(train);
        double spread = Variance(test.Target!.Values);
        Assert.True(Dots.SquaredError(model, test) < 0.02 * spread, $"squared error {Dots.SquaredError(model, test)} of a variance of {spread}");
        Assert.Equal(["prediction"], model.Outputs.AsEnumerable());
        Assert.Equal(TrainingStatus.ReachedMaxEpochs, model.Report!.Status);
    }

    [Fact]
    public void ItLearnsTwoClasses()
    {
        (Dataset<Dot> train, Dataset<Dot> test) = Dots.Parted(400).Split(0.25, 1);
        Mlp<Dot> model = s_trainer.Train(train);
        Assert.True(Dots.Accuracy(model, test) > 0.95);
        Assert.Equal(["Below", "Above"], model.Outputs.AsEnumerable());
        Assert.Equal(["Above"], model.Raw.Outputs.AsEnumerable());
        Mlp<Dot> two = (s_trainer with { HasTwoLogits = true }).Train(train);
        Assert.True(Dots.Accuracy(two, test) > 0.95);
        Assert.Equal(["Below", "Above"], two.Raw.Outputs.AsEnumerable());
    }

    [Fact]
    public void ItLearnsThreeClasses()
    {
        (Dataset<Dot> train, Dataset<Dot> test) = Dots.Colored(400).Split(0.25, 1);
        Assert.True(Dots.Accuracy(s_trainer.Train(train), test) > 0.9);
    }

    [Fact]
    public void RegularizersLowerWhatTheyLookAt()
    {
        Dataset<Dot> train = Dots.Bent(300);
        Mlp<Dot> plain = (s_trainer with { MaxEpochs = 60 }).Train(train);
        foreach (IRegularizer<Dot> regularizer in new IRegularizer<Dot>[]
                 {
                     new FidelityRegularizer<Dot> { Weight = 1 }, new OneFeatureFidelityRegularizer<Dot> { Weight = 1 }, new StabilityRegularizer<Dot> { Weight = 1 },
                     new FidelityRegularizer<Dot> { Weight = 1, IsRelaxed = true },
                 })
        {
            Mlp<Dot> regularized = (s_trainer with { MaxEpochs = 60, Regularizer = regularizer }).Train(train);
            double before = Measure(regularizer, plain, train), after = Measure(regularizer, regularized, train);
            Assert.True(after < 0.7 * before, $"{regularizer.Name}: {before} without, {after} with");
        }

        foreach (IRegularizer<Dot> penalty in new IRegularizer<Dot>[] { new L1Regularizer<Dot> { Weight = 1 }, new L2Regularizer<Dot> { Weight = 1 } })
        {
            Mlp<Dot> regularized = (s_trainer with { MaxEpochs = 60, Regularizer = penalty }).Train(train);
            Assert.True(Squares(regularized) < 0.7 * Squares(plain), penalty.Name);
        }
    }

    [Fact]
    public void ALambdaIsItsShareOfTheDataLoss()
    {
        (Dataset<Dot> train, Dataset<Dot> validation) = Dots.Bent(200).Split(0.3, 1);
        ExpoTrainer<Dot> trainer = s_trainer with { MaxEpochs = 1 };
        double lambda = (trainer with { Regularizer = new FidelityRegularizer<Dot> { Weight = 0.2 } }).Train(train, validation).Report!.Lambdas[0];
        double twice = (trainer with { Regularizer = new FidelityRegularizer<Dot> { Weight = 0.4 } }).Train(train, validation).Report!.Lambdas[0];
        Assert.Equal(2 * lambda, twice, 1e-12);
        Assert.Equal(0.2, (trainer with { Regularizer = new FidelityRegularizer<Dot> { Weight = 0.2, Scale = RegularizerScale.Absolute } }).Train(train, validation).Report!.Lambdas[0]);
        Assert.NotEqual(lambda, (trainer with { Calibration = Calibration.Minibatch, Regularizer = new FidelityRegularizer<Dot> { Weight = 0.2 } }).Train(train, validation).Report!.Lambdas[0]);
        Assert.Empty((trainer with { Regularizer = new FidelityRegularizer<Dot> { Weight = 0 } }).Train(train, validation).Report!.Lambdas);
    }

    [Fact]
    public void PlainTrainingIsTrainingWithAWeightOf0()
    {
        Dataset<Dot> train = Dots.Bent(60);
        ExpoTrainer<Dot> trainer = s_trainer with { MaxEpochs = 3 };
        Assert.True(trainer.Train(train).Parameters.SequenceEqual((trainer with { Regularizer = new FidelityRegularizer<Dot> { Weight = 0 } }).Train(train).Parameters));
    }

    [Fact]
    public void ItStopsEarlyAndKeepsTheBestEpoch()
    {
        (Dataset<Dot> train, Dataset<Dot> validation) = Dots.Bent(60).Split(0.5, 1);
        ExpoTrainer<Dot> trainer = s_trainer with { MaxEpochs = 3000, MinEpochs = 5, Patience = 4, LearningRate = 0.03, BatchSize = 16 };
        Mlp<Dot> model = trainer.Train(train, validation);
        TrainingReport report = model.Report!;
        Assert.Equal(TrainingStatus.StoppedEarly, report.Status);
        Assert.Equal(report.Epochs.Min(epoch => epoch.ValidationTotal), report.BestTotal);
        Assert.Equal(report.Epochs.Single(epoch => epoch.ValidationTotal == report.BestTotal).Epoch, report.BestEpoch);
        Assert.Equal(report.BestEpoch + 5, report.Epochs.Length);
        Assert.True((trainer with { MaxEpochs = report.BestEpoch }).Train(train, validation).Parameters.SequenceEqual(model.Parameters));
        Assert.StartsWith($"StoppedEarly after {report.Epochs.Length} epochs; best was {report.BestEpoch}", report.ToString());
    }

    [Fact]
    public void ACheckpointGoesOnAsIfNothingHadBeen()
    {
        Dataset<Dot> data = Dots.Colored(100);
        List<TrainingCheckpoint<Dot>> checkpoints = [];
        ExpoTrainer<Dot> trainer = s_trainer with { MaxEpochs = 9, CheckpointEpochs = 4, BatchSize = 30, Regularizers = [new FidelityRegularizer<Dot>(), new L1Regularizer<Dot>()] };
        Mlp<Dot> whole = (trainer with { Checkpointed = checkpoints.Add }).Train(data);
        Assert.Equal([4, 8], checkpoints.Select(checkpoint => checkpoint.Epoch));
        using MemoryStream file = new();
        checkpoints[0].Save(file);
        file.Position = 0;
        Mlp<Dot> resumed = trainer.Train(data, TrainingCheckpoint<Dot>.Load(file));
        Assert.True(whole.Parameters.SequenceEqual(resumed.Parameters));
        Assert.Equal(whole.Report!.Epochs.AsEnumerable(), resumed.Report!.Epochs);
        Assert.Equal(whole.Report.Lambdas.AsEnumerable(), resumed.Report.Lambdas);

        InvalidOptionException error = Assert.Throws<InvalidOptionException>(() => (trainer with { LearningRate = 0.5 }).Train(data, checkpoints[0]));
        Assert.Contains("rate 0.01", error.Message);
        Assert.Contains("rate 0.5", error.Message);
        _ = Assert.Throws<InvalidOptionException>(() => trainer.Train(Dots.Colored(101), checkpoints[0]));
    }

    [Fact]
    public void ACheckpointKnowsItsRegularizer()
    {
        Dataset<Dot> data = Dots.Bent(60);
        List<TrainingCheckpoint<Dot>> checkpoints = [];
        ExpoTrainer<Dot> trainer = s_trainer with { MaxEpochs = 2, CheckpointEpochs = 1, BatchSize = 30, Regularizer = new Pull { Strength = 1 } };
        _ = (trainer with { Checkpointed = checkpoints.Add }).Train(data);
        _ = (trainer with { Regularizer = new Pull { Strength = 1 } }).Train(data, checkpoints[0]);
        InvalidOptionException error = Assert.Throws<InvalidOptionException>(() => (trainer with { Regularizer = new Pull { Strength = 2 } }).Train(data, checkpoints[0]));
        Assert.Contains("The checkpoint belongs to another training", error.Message);
        Assert.Contains("pull (weight 0.5 Relative, 2 rows a point, print", error.Message);
        foreach (IRegularizer<Dot> other in new IRegularizer<Dot>[] { new FidelityRegularizer<Dot>(), new FidelityRegularizer<Dot> { Radius = 0.4 }, new FidelityRegularizer<Dot> { IsRelaxed = true }, new FidelityRegularizer<Dot> { Weight = 0.2 }, new L1Regularizer<Dot>(), new L2Regularizer<Dot>() })
        {
            checkpoints.Clear();
            _ = (trainer with { Checkpointed = checkpoints.Add, Regularizer = other }).Train(data);
            _ = Assert.Throws<InvalidOptionException>(() => (trainer with { Regularizer = new FidelityRegularizer<Dot> { Samples = 31 } }).Train(data, checkpoints[0]));
        }
    }

    [Fact]
    public void CancellationGivesTheBestModelSoFar()
    {
        Dataset<Dot> data = Dots.Bent(100);
        using CancellationTokenSource source = new();
        List<TrainingProgress> told = [];
        Mlp<Dot> model = s_trainer.Train(data, progress: new Told(progress =>
        {
            told.Add(progress);
            if (progress.Last.Epoch == 3)
                source.Cancel();
        }), cancellation: source.Token);
        Assert.Equal(TrainingStatus.Canceled, model.Report!.Status);
        Assert.Equal([1, 2, 3], told.Select(progress => progress.Last.Epoch));
        Assert.Equal(told[^1].BestEpoch, model.Report.BestEpoch);
        Assert.All(told, progress => Assert.True(progress.AtMostLeft > TimeSpan.Zero && progress.MaxEpochs == 120));

        Assert.Throws<OperationCanceledException>(() => s_trainer.Train(data, cancellation: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void ALossThatIsNoNumberStopsTraining()
    {
        MlpDivergedException<Dot> error = Assert.Throws<MlpDivergedException<Dot>>(() => (s_trainer with { LearningRate = 1e30 }).Train(Dots.Bent(100)));
        Assert.Equal((1, 2, null), (error.Epoch, error.Step, error.LastGood));
        Assert.Equal("layer 2 of 3", error.Where);
        Assert.Contains("diverged in epoch 1, step 2: layer 2 of 3 became NaN or infinite", error.Message);

        Exploding exploding = new();
        error = Assert.Throws<MlpDivergedException<Dot>>(() => (s_trainer with { BatchSize = 16, Regularizer = exploding }).Train(Dots.Bent(100)));
        Assert.Equal(3, error.Epoch);
        Assert.Equal("the gradient of layer 3 of 3", error.Where);
        Assert.True(double.IsFinite(error.LastGood!.Predict(Dots.Some(1)[0])));
    }

    private static double Measure(IRegularizer<Dot> regularizer, Mlp<Dot> model, Dataset<Dot> data)
    {
        double sum = 0;
        for (int point = 0; point < 40; point++)
        {
            double[] rows = Regularizers.ZooData.Draw(regularizer, data, point), answers = new double[regularizer.RowsPerPoint];
            model.Raw.Score(new EncodedRows<Dot>(rows), answers);
            sum += regularizer.Loss(data.Encoded[point], data.Statistics, rows, answers, new double[answers.Length]);
        }

        return sum;
    }

    private static double Squares(Mlp<Dot> model)
    {
        double sum = 0;
        foreach (float weight in model.Parameters)
            sum += (double)weight * weight;
        return sum;
    }

    private static double Variance(IReadOnlyCollection<double> values) => values.Average(value => Math.Pow(value - values.Average(), 2));

    private sealed class Told(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }

    /// <summary>A user's own regularizer; what it is made of shows in nothing but what it does.</summary>
    private sealed class Pull : IRegularizer<Dot>
    {
        public double Strength { private get; init; }

        public string Name => "pull";

        public double Weight => 0.5;

        public RegularizerScale Scale => RegularizerScale.Relative;

        public int RowsPerPoint => 2;

        public void Sample(ReadOnlySpan<double> point, FeatureStatistics<Dot> statistics, RandomStream stream, Span<double> rows)
        {
            point.CopyTo(rows);
            point.CopyTo(rows[point.Length..]);
        }

        public double Loss(ReadOnlySpan<double> point, FeatureStatistics<Dot> statistics, ReadOnlySpan<double> rows, ReadOnlySpan<double> predictions, Span<double> gradient)
        {
            for (int i = 0; i < predictions.Length; i++)
                gradient[i] = Strength * predictions[i];
            return 0.5 * Strength * ((predictions[0] * predictions[0]) + (predictions[1] * predictions[1]));
        }
    }

    /// <summary>A regularizer whose gradient is NaN from the eleventh step on (five steps an epoch, less the calls of calibration and validation).</summary>
    private sealed class Exploding : IRegularizer<Dot>
    {
        private int _calls;

        public string Name => "exploding";

        public double Weight => 1;

        public RegularizerScale Scale => RegularizerScale.Absolute;

        public int RowsPerPoint => 1;

        public void Sample(ReadOnlySpan<double> point, FeatureStatistics<Dot> statistics, RandomStream stream, Span<double> rows) => point.CopyTo(rows);

        public double Loss(ReadOnlySpan<double> point, FeatureStatistics<Dot> statistics, ReadOnlySpan<double> rows, ReadOnlySpan<double> predictions, Span<double> gradient)
        {
            gradient.Fill(++_calls > 2 + (16 * 5 * 2) + 4 ? double.NaN : 0);
            return 0;
        }
    }
}
