using System.Globalization;

namespace TypedExplain;

/// <summary>A closed range of numbers.</summary>
/// <param name="Minimum">Smallest value inside.</param>
/// <param name="Maximum">Largest value inside.</param>
public readonly record struct FeatureRange(double Minimum, double Maximum)
{
    /// <summary>Every finite number.</summary>
    public static FeatureRange Unbounded { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Whether both ends are finite.</summary>
    public bool IsBounded => double.IsFinite(Minimum) && double.IsFinite(Maximum);

    /// <summary>Whether a number lies inside; never true of NaN or infinity.</summary>
    /// <param name="value">The number.</param>
    public bool Contains(double value) => double.IsFinite(value) && value >= Minimum && value <= Maximum;

    /// <summary>The range in words, such as "18 to 100" or "at least 0".</summary>
    public override string ToString() => (double.IsFinite(Minimum), double.IsFinite(Maximum)) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"{Minimum} to {Maximum}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"at least {Minimum}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"at most {Maximum}"),
        _ => "any finite number",
    };
}
