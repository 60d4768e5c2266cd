namespace TypedExplain;

/// <summary>States how a neighborhood draws the feature.</summary>
/// <param name="draw">How.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PerturbAttribute(DrawMode draw) : Attribute
{
    /// <summary>How.</summary>
    public DrawMode Draw { get; } = draw;

    /// <summary>For <see cref="DrawMode.Gaussian"/>: the deviation of the draws as a multiple of what the neighborhood would take, above 0.</summary>
    public double Scale { get; init; } = 1;
}
