namespace TypedExplain;

/// <summary>
/// What a reader of an explanation calls the feature, or the category that a member of an enum is, where the name in the code is
/// not it. Of a member, <c>[Display(Name = "...")]</c> of <c>System.ComponentModel.DataAnnotations</c> says the same.
/// </summary>
/// <param name="name">The name to show.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class ShownAsAttribute(string name) : Attribute
{
    /// <summary>The name to show.</summary>
    public string Name { get; } = name;
}
