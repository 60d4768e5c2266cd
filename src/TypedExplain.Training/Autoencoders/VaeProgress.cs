namespace TypedExplain.Training;

/// <summary>How far the training of an autoencoder is, told after each epoch.</summary>
/// <param name="Last">The epoch that has ended.</param>
/// <param name="Epochs">How many there are.</param>
/// <param name="Elapsed">Time since the call.</param>
/// <param name="Left">Time left, at the pace so far.</param>
public readonly record struct VaeProgress(VaeEpoch Last, int Epochs, TimeSpan Elapsed, TimeSpan Left);
