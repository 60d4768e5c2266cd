namespace TypedExplain;

/// <summary>An action can only make this number or rank larger: an age, a count of years of service. A flag it can only set.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OnlyIncreasesAttribute : Attribute;
