namespace TypedExplain.Testing;

/// <summary>Where more of a feature moves the answer; of a flag or a category, the instance's own value against another.</summary>
public enum EffectDirection
{
    /// <summary>The answer rises: the effect is above 0.</summary>
    Raises,

    /// <summary>The answer falls: the effect is below 0.</summary>
    Lowers,
}
