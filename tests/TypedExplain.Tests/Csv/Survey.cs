namespace TypedExplain.Tests.Tables;

/// <summary>Answers that may be missing, some of which look like words for no answer.</summary>
[FeatureRecord]
public sealed partial record Survey(
    [Numeric(0, 300)] double? Weight,
    [Numeric(0, 9)] int? Children,
    bool? Smoker,
    Region? Region,
    [Categories("NA", "EU", "-")] string? Market,
    DateOnly? Visit,
    double Score);

public enum Region
{
    None = -1,
    North = 1,
    South = 2,
}
