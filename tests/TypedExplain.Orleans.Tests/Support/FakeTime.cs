namespace TypedExplain.Orleans.Tests.Support;

/// <summary>A time that goes on when it is told to. Its clock may be set; its timestamps go on regardless.</summary>
internal sealed class FakeTime : TimeProvider
{
    private long _ticks = 1;

    public DateTimeOffset Clock { get; set; } = DateTimeOffset.UnixEpoch;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => Clock;

    public void Advance(double seconds) => Interlocked.Add(ref _ticks, TimeSpan.FromSeconds(seconds).Ticks);
}
