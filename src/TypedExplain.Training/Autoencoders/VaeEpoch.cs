namespace TypedExplain.Training;

/// <summary>What one epoch of training an autoencoder came to.</summary>
/// <param name="Epoch">Which, from 1.</param>
/// <param name="CrossEntropy">The mean over rows of the binary cross-entropy, summed over a row's numbers.</param>
/// <param name="Divergence">The mean over rows of the Kullback–Leibler divergence from the standard normal distribution, summed over the latent numbers.</param>
public readonly record struct VaeEpoch(int Epoch, double CrossEntropy, double Divergence)
{
    /// <summary>What training lowers: both together.</summary>
    public double Loss => CrossEntropy + Divergence;
}
