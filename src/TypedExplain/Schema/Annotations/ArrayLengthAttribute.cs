namespace TypedExplain;

/// <summary>How many numbers an array of them holds. Each is a feature of its own.</summary>
/// <param name="length">The number of numbers, at least 1.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ArrayLengthAttribute(int length) : Attribute
{
    /// <summary>The number of numbers.</summary>
    public int Length { get; } = length;
}
