namespace TypedExplain;

/// <summary>The closed list of texts that a <see cref="string"/> feature may hold; each becomes a category.</summary>
/// <param name="categories">The texts, all different; at least two.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CategoriesAttribute(params string[] categories) : Attribute
{
    /// <summary>The texts, in the order of their columns.</summary>
    public IReadOnlyList<string> Categories { get; } = categories;
}
