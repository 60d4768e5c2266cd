namespace TypedExplain.Decisions;

/// <summary>What becomes of scores when the features behind the stated reasons are moved to the reference: its mean, or its most frequent value.</summary>
/// <param name="Moved">Those whose score moves towards the favorable side.</param>
/// <param name="Flipped">Those whose decision becomes favorable.</param>
/// <param name="MeanMove">How far scores move towards the favorable side in the mean, in units of the score.</param>
public readonly record struct DeletionTest(Proportion Moved, Proportion Flipped, double MeanMove);
