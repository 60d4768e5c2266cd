namespace TypedExplain;

/// <summary>How a cube is searched for a record at which an explanation fails.</summary>
public enum TrustStrategy
{
    /// <summary>
    /// Uniform samples and corners, then the worst of them are improved number by number, and half of them dropped after each
    /// round. From a failure the nearest one is looked for.
    /// </summary>
    Directed,

    /// <summary>Uniform samples only. In many dimensions they miss the corners, and regions come out too wide.</summary>
    Uniform,
}
