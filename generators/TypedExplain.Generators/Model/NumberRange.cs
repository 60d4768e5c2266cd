namespace TypedExplain.Generators.Model;

/// <summary>A closed range of numbers.</summary>
/// <param name="Minimum">Smallest value inside; may be negative infinity.</param>
/// <param name="Maximum">Largest value inside; may be infinity.</param>
internal readonly record struct NumberRange(double Minimum, double Maximum)
{
    public bool IsBounded => !double.IsInfinity(Minimum) && !double.IsInfinity(Maximum);
}
