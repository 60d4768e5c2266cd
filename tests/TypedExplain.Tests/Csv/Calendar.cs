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

/// <summary>Durations in units that are ticks, and in one that no decimal number of digits divides.</summary>
[FeatureRecord]
public sealed partial record Lap(
    [MeasuredIn(TimeUnit.Seconds)] TimeSpan Sprint,
    [MeasuredIn(TimeUnit.Minutes)] TimeSpan Run,
    [MeasuredIn(TimeUnit.Years)] TimeSpan Career);

/// <summary>Times of all kinds that may be missing, some of them inside another record, and a key that is none.</summary>
[FeatureRecord]
public sealed partial record Journey(
    [NotAFeature, RowKey] int Number,
    [Numeric(0, 1000)] double Length,
    Station From,
    Station? Via,
    DateTime? Booked,
    [MeasuredIn(TimeUnit.Hours)] TimeSpan? Wait);

/// <summary>A place and when it was reached.</summary>
[FeatureRecord]
public readonly partial record struct Station([Numeric(0, 10)] double Platform, DateTimeOffset Arrival);

/// <summary>A text beside an instant, and money beside it.</summary>
[FeatureRecord]
public sealed partial record Message([Text] string Body, DateTimeOffset Sent, decimal Postage);
