namespace TypedExplain;

/// <summary>
/// The smallest change of a number or rank that an action can make: 1000 for an income that people give in thousands. Actions move
/// it by whole steps from the value it has. A whole number or rank without it moves by 1.
/// </summary>
/// <param name="size">The change, above 0; of a rank, in levels.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class StepAttribute(double size) : Attribute
{
    /// <summary>The change.</summary>
    public double Size { get; } = size;

    /// <summary>How many steps an action can make at most, in either direction; 0 where only the range ends them.</summary>
    public int AtMost { get; init; }
}
