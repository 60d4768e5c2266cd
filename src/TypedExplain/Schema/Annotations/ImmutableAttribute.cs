namespace TypedExplain;

/// <summary>No action can change this feature of an instance, so no advice may rest on changing it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ImmutableAttribute : Attribute;
