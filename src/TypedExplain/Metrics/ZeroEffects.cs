namespace TypedExplain;

/// <summary>How an effect of exactly 0 counts in <see cref="Unidirectionality{T}"/>.</summary>
public enum ZeroEffects
{
    /// <summary>As positive: the only reading under which the published numbers are possible.</summary>
    Positive,

    /// <summary>As 0, so that an explanation loses by every exact zero.</summary>
    Nothing,

    /// <summary>Not at all: the mean is over the non-zero effects of a feature, and features without one are left out.</summary>
    LeftOut,
}
