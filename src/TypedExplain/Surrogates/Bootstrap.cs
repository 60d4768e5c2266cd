namespace TypedExplain;

/// <summary>How the samples of an environment are drawn, with replacement, from the neighborhood.</summary>
public enum Bootstrap
{
    /// <summary>
    /// The instance is in every environment, and every other sample is as likely; all keep their kernel weights in the
    /// environment's fit (the paper's text).
    /// </summary>
    Uniform,

    /// <summary>
    /// A sample, the instance too, is drawn in proportion to its kernel weight, and the environment's fit is unweighted. For reproduction:
    /// probably what the published LINEX numbers were made with.
    /// </summary>
    ByWeight,
}
