namespace TypedExplain;

/// <summary>
/// The scale on which a model's answers are explained: effects, contributions, constants and standard errors are on it. What a
/// model or a surrogate answers is told on the model's own scale.
/// </summary>
public enum LinkFunction
{
    /// <summary>The model's own.</summary>
    Identity,

    /// <summary>
    /// Log odds of an answer that is a probability: log(p/(1 − p)). A surrogate takes them of every answer, and 0 and 1 count as
    /// the nearest numbers that have some (<see cref="ClippedAnswers"/>). Shapley values take them after the mean over the
    /// background, and need that mean to lie strictly between 0 and 1.
    /// </summary>
    Logit,
}
