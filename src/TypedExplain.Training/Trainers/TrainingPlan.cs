using System.Collections.Immutable;

namespace TypedExplain.Training.Trainers;

/// <summary>The options of a training, checked and with every default filled in.</summary>
internal sealed record TrainingPlan<T>
    where T : IFeatureRecord<T>
{
    public required ImmutableArray<int> HiddenUnits { get; init; }

    public required ImmutableArray<IRegularizer<T>> Regularizers { get; init; }

    public required double LearningRate { get; init; }

    public required int BatchSize { get; init; }

    public required int RegularizationBatchSize { get; init; }

    public required int MaxEpochs { get; init; }

    public required int MinEpochs { get; init; }

    public required int Patience { get; init; }

    public required double Improvement { get; init; }

    public required Calibration Calibration { get; init; }

    public required bool FreshValidationDraws { get; init; }

    public required int CheckpointEpochs { get; init; }

    public required int Seed { get; init; }

    public required int MaxThreads { get; init; }

    /// <summary>The options and the data in words; what goes on must have the same.</summary>
    public required string Description { get; init; }
}
