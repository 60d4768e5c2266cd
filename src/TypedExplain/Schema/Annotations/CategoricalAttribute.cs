namespace TypedExplain;

/// <summary>
/// States that an enum or a <see cref="bool"/> is a nominal feature. Optional: they are so without it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CategoricalAttribute : Attribute;
