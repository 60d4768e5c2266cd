namespace TypedExplain;

/// <summary>States that an enum or a flag is a category without an order, which is what it is by default, and how it fills columns.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CategoricalAttribute : Attribute
{
    /// <summary>Which columns the category fills.</summary>
    public CategoryEncoding Encoding { get; init; }
}
