namespace TypedExplain;

/// <summary>
/// A number that moves when another feature does, though nobody chooses it: a person who stays two more years at an address is two
/// years older. It moves by the factor times the change of the other feature, also where it is <see cref="ImmutableAttribute">immutable</see>
/// by itself; a flag that is set changes by 1, a rank by its levels.
/// </summary>
/// <param name="feature">The other feature: <c>nameof(YearsAtResidence)</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class MovesWithAttribute(string feature) : Attribute
{
    /// <summary>The other feature.</summary>
    public string Feature { get; } = feature;

    /// <summary>By how much it moves per unit of the other; not 0.</summary>
    public double Factor { get; init; } = 1;
}
