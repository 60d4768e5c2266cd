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
    /// Antithetic pairs that are balanced as well: the sides of every two features agree in half the pairs, so one feature's
    /// jumps are taken less for another's slope (an orthogonal array of strength 3, for the first 127 features). Slopes vary
    /// least from seed to seed, a little less than their standard errors say, which are those of pairs drawn on their own. A
    /// smaller neighborhood is the beginning of a larger one.
    /// </summary>
    OrthogonalPairs,

    /// <summary>
    /// The draws of every feature are spread evenly over its distribution: of n neighbors one lies in each n-th part of it.
    /// A smaller neighborhood is not the beginning of a larger one.
    /// </summary>
    LatinHypercube,
}
