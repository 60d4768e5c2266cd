namespace TypedExplain;

/// <summary>An action can only make this number larger: an age, a count of years of service.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OnlyIncreasesAttribute : Attribute;
