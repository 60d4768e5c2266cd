namespace TypedExplain.Training;

/// <summary>How far training is, told after each epoch.</summary>
/// <param name="Last">The epoch that has ended.</param>
/// <param name="MaxEpochs">How many there are at most.</param>
/// <param name="BestEpoch">The best so far.</param>
/// <param name="BestTotal">Its validation loss with Σ λ·R.</param>
/// <param name="Elapsed">Time since the call.</param>
/// <param name="AtMostLeft">Time left if training does not stop early.</param>
public readonly record struct TrainingProgress(TrainingEpoch Last, int MaxEpochs, int BestEpoch, double BestTotal, TimeSpan Elapsed, TimeSpan AtMostLeft);
