namespace TypedExplain;

/// <summary>An action can only make this number or rank smaller: the years left of a contract. A flag it can only clear.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OnlyDecreasesAttribute : Attribute;
