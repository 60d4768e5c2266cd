namespace TypedExplain;

/// <summary>
/// A number whose factors matter rather than its differences, such as an amount of money or a count. It is drawn,
/// measured and attributed as log₂(number + offset), so that its effect is per doubling; its column holds the number
/// itself. Its least value must be known: state a range, or use an unsigned type.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LogScaleAttribute : Attribute
{
    /// <summary>What is added before the logarithm, so that it exists for the least value. By default 1 where that is 0, else 0.</summary>
    public double Offset { get; init; }
}
