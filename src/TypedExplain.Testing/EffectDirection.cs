namespace TypedExplain.Testing;

/// <summary>Where more of a number moves the answer, a flag that is set, or of a category the instance's own against another.</summary>
public enum EffectDirection
{
    /// <summary>The answer rises: the effect is above 0.</summary>
    Raises,

    /// <summary>The answer falls: the effect is below 0.</summary>
    Lowers,
}
