namespace TypedExplain;

/// <summary>How <see cref="KernelShap{T}"/> chooses coalitions and what it makes of their values, where it does not list them all.</summary>
public enum CoalitionEstimator
{
    /// <summary>
    /// Coalitions with their complements by leverage, without replacement. A smooth game is fitted to them, its exact values are taken, and
    /// they are corrected by what the fit says wrong of coalitions that it has not seen. For the same queries the errors are smaller.
    /// </summary>
    Adjusted,

    /// <summary>As published with KernelSHAP: sizes from the outside in, then draws by the kernel's weight, and one additive fit.</summary>
    Published,
}
