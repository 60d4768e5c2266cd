namespace TypedExplain.Generators.Model;

/// <summary>A property that is no feature and yet must be given a value when a record is made.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Parameter">The constructor parameter that sets it, or null.</param>
/// <param name="IsInitialized">Whether an object initializer must set it.</param>
internal sealed record IgnoredMember(string Name, string? Parameter, bool IsInitialized);
