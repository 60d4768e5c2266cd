namespace TypedExplain.Tests.Tables;

/// <summary>A positional record with a key of text.</summary>
[FeatureRecord]
public sealed partial record KeyedByText([NotAFeature, RowKey] string Id, [Numeric(0, 9)] double Value, [NotAFeature] string? Note = null);

/// <summary>A record whose key may be missing.</summary>
[FeatureRecord]
public sealed partial record PerhapsKeyed(double Value)
{
    [NotAFeature, RowKey]
    public string? Id { get; init; }
}

/// <summary>A class with init and required properties and a text.</summary>
[FeatureRecord]
public sealed partial class KeyedByNumber
{
    public required double Value { get; init; }

    [NotAFeature, RowKey]
    public required int Number { get; init; }

    [Text]
    public string Words { get; init; } = "";
}

/// <summary>A class whose constructor takes all.</summary>
[FeatureRecord]
public sealed partial class KeyedByLong(long number, double value)
{
    [NotAFeature, RowKey]
    public long Number { get; } = number;

    public double Value { get; } = value;
}

/// <summary>A struct with settable properties.</summary>
[FeatureRecord]
public partial struct KeyedByGuid
{
    public double Value { get; set; }

    [NotAFeature, RowKey]
    public Guid Id { get; set; }
}

/// <summary>A record struct with a key that is a date.</summary>
[FeatureRecord]
public readonly partial record struct KeyedByDate(double Value, [property: NotAFeature, RowKey] DateOnly Day);
