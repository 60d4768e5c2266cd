namespace TypedExplain;

/// <summary>A number that is never above another feature: of the accounts in arrears there are no more than accounts.</summary>
/// <param name="feature">The other feature: <c>nameof(Accounts)</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WithinAttribute(string feature) : Attribute
{
    /// <summary>The other feature.</summary>
    public string Feature { get; } = feature;
}
