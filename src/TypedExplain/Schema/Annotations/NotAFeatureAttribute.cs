namespace TypedExplain;

/// <summary>
/// Leaves a property out of the schema: an identifier, a name, a note. A record built from a row, such as a neighbor,
/// has the property's default value, so a model must not look at it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NotAFeatureAttribute : Attribute;
