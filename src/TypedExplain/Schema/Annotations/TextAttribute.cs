namespace TypedExplain;

/// <summary>Marks a string as running text, explained word by word. A string with a closed list of values has <see cref="CategoriesAttribute"/> instead.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TextAttribute : Attribute;
