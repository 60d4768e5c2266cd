namespace TypedExplain.Hosting;

/// <summary>The linear method that a service explains by.</summary>
public enum ExplanationMethod
{
    /// <summary>LINEX: features on whose direction environments disagree have no effect.</summary>
    Linex,

    /// <summary>One weighted ridge regression around the instance: <see cref="Lime{T}"/>.</summary>
    Lime,

    /// <summary>S-LIME: the mean of LIME over environments.</summary>
    SmoothedLime,
}
