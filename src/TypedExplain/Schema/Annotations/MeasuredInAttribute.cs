namespace TypedExplain;

/// <summary>
/// The unit of a date or a duration as a number; days where none is stated. A date is counted from the start of the
/// year 2000, a <see cref="DateTimeOffset"/> as the instant it stands for. Times are carried to the microsecond.
/// </summary>
/// <param name="unit">The unit.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MeasuredInAttribute(TimeUnit unit) : Attribute
{
    /// <summary>What a time is counted in, and an effect is per.</summary>
    public TimeUnit Unit { get; } = unit;
}
