namespace TypedExplain;

/// <summary>An action can only make this number smaller: the years left of a contract.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OnlyDecreasesAttribute : Attribute;
