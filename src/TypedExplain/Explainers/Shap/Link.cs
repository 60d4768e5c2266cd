namespace TypedExplain;

/// <summary>The scale on which contributions are added up.</summary>
public enum Link
{
    /// <summary>The model's own.</summary>
    Identity,

    /// <summary>
    /// Log odds of an answer that is a probability: log(p/(1 − p)). It is taken after the mean over the background, and
    /// so needs that mean to lie strictly between 0 and 1.
    /// </summary>
    Logit,
}
