namespace TypedExplain;

/// <summary>
/// States that the members of an enum have an order, that of their declaration. The feature is then one number, the
/// rank from 0, and its effect is the change of the output per rank.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Enum)]
public sealed class OrdinalAttribute : Attribute;
