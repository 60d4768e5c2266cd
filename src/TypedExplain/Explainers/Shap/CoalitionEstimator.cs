namespace TypedExplain;

/// <summary>How <see cref="KernelShap{T}"/> chooses coalitions and what it makes of their values, where it does not list them all.</summary>
public enum CoalitionEstimator
{
    /// <summary>
    /// <see cref="Adjusted"/> where questions cost more than its fit, which takes about a tenth of a second at the default budget: where
    /// <see cref="KernelShap{T}.Samples"/> asks for fewer coalitions than usual, or the model is asked about 20,000 rows or more. Else <see cref="Published"/>.
    /// </summary>
    Automatic,

    /// <summary>
    /// Coalitions with their complements by leverage, without replacement. A smooth game is fitted to them, its exact values are taken, and
    /// they are corrected by what the fit says wrong of coalitions that it has not seen. For the same queries the errors are smaller.
    /// </summary>
    Adjusted,

    /// <summary>As published with KernelSHAP: sizes from the outside in, then draws by the kernel's weight, and one additive fit.</summary>
    Published,
}
