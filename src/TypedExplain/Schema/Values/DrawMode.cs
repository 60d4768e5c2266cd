namespace TypedExplain;

/// <summary>How a neighborhood draws a feature.</summary>
public enum DrawMode
{
    /// <summary>Normal around the instance; for numbers. Their default.</summary>
    Gaussian,

    /// <summary>As often as in the background: one of its values. The default of flags and categories.</summary>
    Marginal,

    /// <summary>Uniform in the stated range, or over the categories.</summary>
    Uniform,

    /// <summary>Not at all: neighbors keep the instance's value, and its attribution is 0.</summary>
    Fixed,
}
