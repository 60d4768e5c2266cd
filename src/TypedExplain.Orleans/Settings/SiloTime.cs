namespace TypedExplain.Orleans.Settings;

/// <summary>What leases and rates are told by, apart from the time of the silo itself.</summary>
/// <param name="Provider">Its timestamps, which no change of the clock moves.</param>
internal sealed record SiloTime(TimeProvider Provider);
