namespace TypedExplain;

/// <summary>The smallest change of a number that an action can make: 1000 for an income that people give in thousands.</summary>
/// <param name="size">The change, above 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class StepAttribute(double size) : Attribute
{
    /// <summary>The change.</summary>
    public double Size { get; } = size;
}
