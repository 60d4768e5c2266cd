namespace TypedExplain.Schema.Values;

/// <summary>A date, an instant or a duration as a record holds it.</summary>
/// <param name="Ticks">The ticks of 100 nanoseconds: of the clock's own time, or of the duration.</param>
/// <param name="Offset">How far the clock of an instant is from universal time.</param>
/// <param name="Kind">Whether a date and time is universal or local.</param>
internal readonly record struct ExactTime(long Ticks, TimeSpan Offset = default, DateTimeKind Kind = default);
