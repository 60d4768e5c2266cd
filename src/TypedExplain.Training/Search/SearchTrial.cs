namespace TypedExplain.Training;

/// <summary>A configuration with its error over several random divisions.</summary>
/// <param name="Depth">How many hidden layers.</param>
/// <param name="Width">How many units each.</param>
/// <param name="Weight">The weight of the regularizer; 0 for none.</param>
/// <param name="MeanError">Mean squared error in standard deviations of the target, or the share of wrong classes; the mean over divisions.</param>
/// <param name="Deviation">Its standard deviation over divisions (÷ count − 1); 0 for a single one.</param>
/// <param name="Score">What is minimized: the mean error less the bonus of the weight.</param>
public readonly record struct SearchTrial(int Depth, int Width, double Weight, double MeanError, double Deviation, double Score);
