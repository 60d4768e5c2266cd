namespace TypedExplain.Training;

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">Which, from 1.</param>
/// <param name="TrainingLoss">The mean over its steps of data loss + Σ λ·R.</param>
/// <param name="ValidationLoss">The data loss over the validation rows, after it.</param>
/// <param name="ValidationTotal">The same with Σ λ·R: what decides which epoch is best.</param>
public readonly record struct TrainingEpoch(int Epoch, double TrainingLoss, double ValidationLoss, double ValidationTotal);
