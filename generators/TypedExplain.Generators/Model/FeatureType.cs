namespace TypedExplain.Generators.Model;

/// <summary>The property types that columns can carry.</summary>
internal enum FeatureType
{
    Double,
    Single,
    Decimal,
    Int32,
    Int64,
    Boolean,
    Enum,
}
