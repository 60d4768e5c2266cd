namespace TypedExplain.Generators.Model;

/// <summary>A property that holds state and is not a feature.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Parameter">The constructor parameter that sets it, or null.</param>
/// <param name="IsInitialized">Whether an object initializer must set it.</param>
/// <param name="Reach">Whether it can be read, and set besides.</param>
internal sealed record IgnoredMember(string Name, string? Parameter, bool IsInitialized, MemberReach Reach);
