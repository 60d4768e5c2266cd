namespace TypedExplain;

/// <summary>What a reader of an explanation calls the feature, where the name of the property is not it.</summary>
/// <param name="name">The name to show.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ShownAsAttribute(string name) : Attribute
{
    /// <summary>The name to show.</summary>
    public string Name { get; } = name;
}
