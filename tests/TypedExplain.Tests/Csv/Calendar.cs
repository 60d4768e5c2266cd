namespace TypedExplain.Tests.Tables;

/// <summary>A day, counted in a unit that is longer than one.</summary>
[FeatureRecord]
public sealed partial record Calendar([MeasuredIn(TimeUnit.Years)] DateOnly Day);

/// <summary>A date and time.</summary>
[FeatureRecord]
public sealed partial record Stamped(DateTime At);

/// <summary>An instant.</summary>
[FeatureRecord]
public sealed partial record Logged(DateTimeOffset At);
