namespace TypedExplain;

/// <summary>
/// Leaves a property or a field out of the schema: an identifier, a name, a note, a counter. A record built from a row, such as a neighbor,
/// has the member's default value, so a model must not look at it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class NotAFeatureAttribute : Attribute;
