namespace TypedExplain.Generators.Model;

/// <summary>The property types that columns can carry; those of numbers first, of whole numbers last among them.</summary>
internal enum FeatureType
{
    Double,
    Single,
    Half,
    Decimal,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Boolean,
    Enum,
    OrdinalEnum,
    Text,
}

/// <summary>What types have in common.</summary>
internal static class FeatureTypes
{
    public static bool IsNumber(this FeatureType type) => type <= FeatureType.UInt64;

    public static bool IsWhole(this FeatureType type) => type is >= FeatureType.SByte and <= FeatureType.UInt64;
}
