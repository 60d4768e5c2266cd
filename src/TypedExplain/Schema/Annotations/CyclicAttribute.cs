namespace TypedExplain;

/// <summary>
/// A number or rank after whose end its start follows: hours, months, directions, days of the week. It needs a range
/// with two ends, unless it is an enum; both ends of a whole number's range are values of their own (1 to 12), those of a
/// real number's are the same point (0 to 360).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CyclicAttribute : Attribute;
