namespace TypedExplain.Media;

/// <summary>How far the training of vectors is, told after each epoch.</summary>
/// <param name="Epoch">The epoch that has ended, from 1.</param>
/// <param name="Epochs">How many there are.</param>
/// <param name="Loss">The mean loss of its predictions: −log of the likelihood of the word and of its negatives.</param>
/// <param name="Elapsed">Time since the call.</param>
/// <param name="Left">Time left, at the pace so far.</param>
public readonly record struct Word2VecProgress(int Epoch, int Epochs, double Loss, TimeSpan Elapsed, TimeSpan Left);
