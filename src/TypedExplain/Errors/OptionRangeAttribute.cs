namespace TypedExplain;

/// <summary>
/// The numbers that an option, a parameter or a position may be; of a list, each of its numbers. The compiler reports a
/// constant outside them (TEX0206), and whoever uses the option refuses it, most with an
/// <see cref="InvalidOptionException"/>. Options of your own explainers, metrics and models may have it, too. NaN is never
/// allowed.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OptionRangeAttribute : Attribute
{
    /// <summary>The smallest allowed number; NaN for no such end.</summary>
    public double AtLeast { get; init; } = double.NaN;

    /// <summary>The number that every allowed one is above; NaN for no such end.</summary>
    public double Above { get; init; } = double.NaN;

    /// <summary>The largest allowed number; NaN for no such end.</summary>
    public double AtMost { get; init; } = double.NaN;

    /// <summary>The number that every allowed one is below; NaN for no such end.</summary>
    public double Below { get; init; } = double.NaN;
}
