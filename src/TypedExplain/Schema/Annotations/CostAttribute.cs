namespace TypedExplain;

/// <summary>
/// What it costs to change the feature: a number or rank per <see cref="StepAttribute">step</see>, a flag or category per change.
/// Only the ratio to other features' costs matters; without it the cost is 1.
/// </summary>
/// <param name="perStep">The cost, above 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CostAttribute(double perStep) : Attribute
{
    /// <summary>The cost.</summary>
    public double PerStep { get; } = perStep;
}
