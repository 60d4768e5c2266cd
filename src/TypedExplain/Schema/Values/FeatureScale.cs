namespace TypedExplain;

/// <summary>On which scale a number is drawn, measured and attributed. Its column holds the number itself on every scale.</summary>
public enum FeatureScale
{
    /// <summary>The number itself; an effect is per unit.</summary>
    Linear,

    /// <summary>log₂(number + offset); an effect is per doubling.</summary>
    Log,

    /// <summary>
    /// A circle, such as the hours of a day: a neighbor's value is how far it lies after the instance's, the short way
    /// round; an effect is per unit forward.
    /// </summary>
    Cyclic,
}
