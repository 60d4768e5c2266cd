namespace TypedExplain;

/// <summary>Around what the numbers of a neighborhood are drawn.</summary>
public enum NeighborhoodCenter
{
    /// <summary>Around the explained instance.</summary>
    Instance,

    /// <summary>
    /// Around the mean of the background, as LIME does by default. The samples then do not depend on the instance;
    /// only the kernel makes the explanation local.
    /// </summary>
    Background,
}
