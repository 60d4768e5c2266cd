namespace TypedExplain.Generators.Model;

/// <summary>The property types that columns can carry; those of numbers first, of whole numbers last among them.</summary>
internal enum FeatureType
{
    Double,
    Single,
    Half,
    Decimal,
    DateOnly,
    DateTime,
    DateTimeOffset,
    TimeSpan,
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
    Record,
}

/// <summary>What types have in common.</summary>
internal static class FeatureTypes
{
    public static bool IsNumber(this FeatureType type) => type <= FeatureType.UInt64;

    /// <summary>Whether a number is counted from the epoch or is a duration.</summary>
    public static bool IsTime(this FeatureType type) => type is >= FeatureType.DateOnly and <= FeatureType.TimeSpan;

    public static bool IsDate(this FeatureType type) => type.IsTime() && type != FeatureType.TimeSpan;

    public static bool IsWhole(this FeatureType type) => type is >= FeatureType.SByte and <= FeatureType.UInt64;
}
