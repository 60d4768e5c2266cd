namespace TypedExplain.Tests.Tables;

/// <summary>Categories that differ in case alone, and more of them than a message lists.</summary>
[FeatureRecord]
public sealed partial record Weather([Categorical] Sky Sky, [Categorical] Month Month);

public enum Sky
{
    Clear,
    CLEAR,
    Cloudy,
}

public enum Month
{
    January,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
    Undecimber,
}
