namespace TypedExplain;

/// <summary>
/// States what a numeric feature may hold. Optional: a number without it may hold every finite value of its type.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NumericAttribute : Attribute
{
    /// <summary>A number without a range of its own.</summary>
    public NumericAttribute()
        : this(double.NegativeInfinity, double.PositiveInfinity)
    {
    }

    /// <summary>A number in a closed range.</summary>
    /// <param name="minimum">Smallest legal value.</param>
    /// <param name="maximum">Largest legal value; above <paramref name="minimum"/>.</param>
    public NumericAttribute(double minimum, double maximum)
    {
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Smallest legal value; negative infinity where none is stated.</summary>
    public double Minimum { get; }

    /// <summary>Largest legal value; positive infinity where none is stated.</summary>
    public double Maximum { get; }

    /// <summary>The unit of the value, as a reader would write it after the number: "cm", "EUR", "years".</summary>
    public string? Unit { get; init; }
}
