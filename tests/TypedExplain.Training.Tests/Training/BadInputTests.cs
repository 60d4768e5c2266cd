namespace TypedExplain.Training.Tests.Training;

/// <summary>What cannot be trained on is refused, and the message names it.</summary>
public class BadInputTests
{
    private static readonly ExpoTrainer<Dot> s_trainer = new() { MaxEpochs = 1, HiddenUnits = [3] };

    [Fact]
    public void OneClass()
    {
        Dataset<Dot> dots = Dots.Some(20);
        Assert.Equal(
            "All 16 training rows of Dot are of the class Above; there is nothing to tell apart. Train on rows of at least 2 classes.",
            Assert.Throws<InvalidDatasetException>(() => s_trainer.Train(dots.WithLabels(dots.Rows.Select(_ => Side.Above)))).Message);
    }

    [Fact]
    public void AConstantTarget()
    {
        Dataset<Dot> dots = Dots.Some(20);
        Assert.Equal(
            "The target is 2.5 in all 16 training rows of Dot; there is nothing to learn.",
            Assert.Throws<InvalidDatasetException>(() => s_trainer.Train(dots.WithTarget(dots.Rows.Select(_ => 2.5)))).Message);
    }

    [Fact]
    public void NoTarget() => Assert.Contains("have no target to learn: call WithTarget or WithLabels", Assert.Throws<InvalidDatasetException>(() => s_trainer.Train(Dots.Some(20))).Message);

    [Fact]
    public void ValidationRowsOfAnotherTarget() => Assert.Equal(
        "The validation rows have the classes Below, Above to predict, and the training rows numbers; they must have the same.",
        Assert.Throws<InvalidDatasetException>(() => s_trainer.Train(Dots.Bent(20), Dots.Parted(20))).Message);

    [Fact]
    public void NoRowToValidateBy() => Refused(s_trainer with { ValidationFraction = 0.01 }, "ValidationFraction is 0.01; of 20 rows that leaves none to validate by. Give more rows, or validation rows of your own.");

    [Fact]
    public void Options()
    {
        Refused(s_trainer with { BatchSize = 17 }, "BatchSize is 17; it must be from 1 to 16, the training rows, or null for the usual number.");
        Refused(s_trainer with { RegularizationBatchSize = 0 }, "RegularizationBatchSize is 0; it must be from 1 to 16, the training rows, or null for the usual number.");
        Refused(s_trainer with { ValidationFraction = 1 }, "ValidationFraction is 1; it must be between 0 and 1.");
        Refused(s_trainer with { LearningRate = double.NaN }, "LearningRate is NaN; it must be above 0.");
        Refused(s_trainer with { HiddenUnits = [3, 0] }, "HiddenUnits is [3, 0]; each layer must have at least 1 unit.");
        Refused(s_trainer with { HiddenUnits = default }, "HiddenUnits is []; each layer must have at least 1 unit.");
        Refused(s_trainer with { MaxEpochs = 0 }, "MaxEpochs is 0; it must be at least 1.");
        Refused(s_trainer with { MinEpochs = -1 }, "MinEpochs is -1; it must be at least 0.");
        Refused(s_trainer with { Patience = -1 }, "Patience is -1; it must be at least 0.");
        Refused(s_trainer with { CheckpointEpochs = 0 }, "CheckpointEpochs is 0; it must be at least 1.");
        Refused(s_trainer with { Improvement = -1 }, "Improvement is -1; it must be 0 or more.");
        Refused(s_trainer with { Regularizers = default }, "Regularizers holds no list, or a null; give an empty list for none.");
    }

    [Fact]
    public void Regularizers()
    {
        Refused(s_trainer with { Regularizer = new L1Regularizer<Dot> { Weight = -1 } }, "Weight of L1 is -1; it must be 0 or more.");
        Refused(s_trainer with { Regularizer = new FidelityRegularizer<Dot> { Weight = double.NaN } }, "Weight of FIDELITY is NaN; it must be 0 or more.");
        Refused(s_trainer with { Regularizer = new FidelityRegularizer<Dot> { Radius = 0 } }, "Radius of FIDELITY is 0; it must be above 0.");
        Refused(s_trainer with { Regularizer = new FidelityRegularizer<Dot> { Samples = 3 } }, "Samples of FIDELITY is 3; it must be at least 4, since a linear fit of 2 coordinates and a constant is exact with fewer.");
        Refused(s_trainer with { Regularizer = new FidelityRegularizer<Dot> { Samples = 6, IsRelaxed = true } }, "Samples of FIDELITY is 6; it must be at least 7, since a linear fit of 5 coordinates and a constant is exact with fewer.");
        Refused(s_trainer with { Regularizer = new OneFeatureFidelityRegularizer<Dot> { Samples = 2 } }, "Samples of 1D-FIDELITY is 2; it must be at least 3, since a linear fit of one feature and a constant is exact with fewer.");
        Refused(s_trainer with { Regularizer = new StabilityRegularizer<Dot> { Samples = 0 } }, "Samples of STABILITY is 0; it must be at least 1, since there is nothing to compare with otherwise.");
        Refused(s_trainer with { HiddenUnits = [], Regularizer = new FidelityRegularizer<Dot>() { Samples = 5, Radius = 1e-300 } }, "before training R is 0");
    }

    private static void Refused(ExpoTrainer<Dot> trainer, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidOptionException>(() => trainer.Train(Dots.Bent(20))).Message);
}
