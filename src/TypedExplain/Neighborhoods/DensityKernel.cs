namespace TypedExplain;

/// <summary>The noise of a kernel density: what is added to a real row to make a neighbor of it.</summary>
public enum DensityKernel
{
    /// <summary>Normal, with the bandwidth as standard deviation of every number.</summary>
    Gaussian,

    /// <summary>Uniform in a ball with the bandwidth as radius.</summary>
    TopHat,
}
