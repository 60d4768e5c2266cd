namespace TypedExplain.Generators.Model;

/// <summary>The member that a row is known by.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsNullable">Whether there may be none.</param>
internal sealed record RowKeyModel(string Name, RowKeyType Type, bool IsNullable);
