namespace TypedExplain;

/// <summary>How the neighbors of a <see cref="GaussianNeighborhood{T}"/> depend on each other.</summary>
public enum SamplingDesign
{
    /// <summary>Every neighbor is drawn on its own, as the papers do. A smaller neighborhood is the beginning of a larger one.</summary>
    Independent,

    /// <summary>
    /// Neighbors come in pairs: the second has every number as far on the other side of the center, and of a flag or category
    /// the share of its distribution that is left over. Slopes then vary much less from seed to seed, at no query more. A
    /// smaller neighborhood is the beginning of a larger one.
    /// </summary>
    AntitheticPairs,

    /// <summary>
    /// The draws of every feature are spread evenly over its distribution: of n neighbors one lies in each n-th part of it.
    /// A smaller neighborhood is not the beginning of a larger one.
    /// </summary>
    LatinHypercube,
}
