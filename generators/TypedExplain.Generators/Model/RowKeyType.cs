namespace TypedExplain.Generators.Model;

/// <summary>The types of a row key, by the names that the runtime has for them.</summary>
internal enum RowKeyType
{
    Text,
    Int32,
    Int64,
    Guid,
    DateOnly,
}
