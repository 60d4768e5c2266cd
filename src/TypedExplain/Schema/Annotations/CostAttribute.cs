namespace TypedExplain;

/// <summary>
/// What it costs to change the feature: a number per unit, a flag or category per change. Only the ratio to other
/// features' costs matters; without it the cost is 1 per standard deviation.
/// </summary>
/// <param name="perUnit">The cost, above 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CostAttribute(double perUnit) : Attribute
{
    /// <summary>The cost.</summary>
    public double PerUnit { get; } = perUnit;
}
