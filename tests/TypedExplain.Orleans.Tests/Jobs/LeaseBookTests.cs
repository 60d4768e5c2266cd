using System.Collections.Immutable;
using TypedExplain.Orleans.Jobs;
using TypedExplain.Orleans.Tests.Support;

namespace TypedExplain.Orleans.Tests.Jobs;

/// <summary>Who has which shard, told by a time that goes on when it is told to.</summary>
public class LeaseBookTests
{
    private static readonly ExplanationJobOptions s_options = new() { MostTries = 3 };

    private readonly FakeTime _time = new();
    private readonly JobMemory _memory = new();
    private readonly LeaseBook _book;

    public LeaseBookTests() => _book = Book(4);

    private ExplanationJobStatus Status => _book.Status("job", isCanceled: false);

    [Fact]
    public void AShardIsHandedOutOnceAsLongAsItsWorkerIsHeardFrom()
    {
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 4).Select(i => _book.Lease($"w{i}")!.Shard));
        Assert.Null(_book.Lease("w4"));
        for (int i = 0; i < 10; i++)
        {
            _time.Advance(29);
            Assert.All(Enumerable.Range(0, 4), shard => Assert.True(_book.Heartbeat($"w{shard}", shard, new(i, 0, 0))));
        }

        Assert.Equal((4, 0, 36L), (Status.Leased, Status.Waiting, Status.Rows));
        Assert.Null(_book.Lease("w4"));
    }

    [Fact]
    public void AWorkerThatIsNotHeardFromLosesItsShardAndALateFinishCounts()
    {
        _book.Lease("dead");
        _time.Advance(30.1);
        Assert.Equal(0, _book.Lease("other")!.Shard);
        Assert.False(_book.Heartbeat("dead", 0, default));
        _book.Finish(0, new(5, 1, 2));
        _book.Finish(0, new(5, 1, 2));
        Assert.Equal((1, 5L, 1L, 2L, 0), (Status.Done, Status.Rows, Status.Refused, Status.Bad, Status.Leased));
        Assert.False(_book.Heartbeat("other", 0, new(3, 0, 0)));
        Assert.Equal(5, Status.Rows);
        Assert.Equal(1, _book.Lease("other")!.Shard);
    }

    [Fact]
    public void AWorkerThatIsHeardFromAgainBeforeAnybodyElseHasItsShardKeepsIt()
    {
        _book.Lease("slow");
        _time.Advance(100);
        Assert.Equal(0, Status.Leased);
        Assert.True(_book.Heartbeat("slow", 0, default));
        Assert.Equal(1, _book.Lease("other")!.Shard);
    }

    [Fact]
    public void AChangeOfTheClockTakesNoShardAway()
    {
        _book.Lease("a");
        _time.Clock += TimeSpan.FromDays(3650);
        Assert.Equal(1, Status.Leased);
        _time.Clock -= TimeSpan.FromDays(9000);
        _time.Advance(30.1);
        Assert.Equal(0, Status.Leased);
    }

    [Fact]
    public void WhatCannotSucceedIsGivenUpByNameAndTheOthersAreDone()
    {
        _book.Lease("a");
        _book.Fail("a", 0, "more than 4 bad rows", isWorthTryingAgain: false);
        foreach (int shard in new[] { 1, 2, 3 })
            _book.Finish(_book.Lease("a")!.Shard, new(shard, 0, 0));
        Assert.Equal((ExplanationJobState.Failed, 3), (Status.State, Status.Done));
        Assert.Equal(new FailedShard(0, "part-0", 1, "more than 4 bad rows"), Assert.Single(Status.Failed));
        _book.Finish(0, default);
        Assert.Equal((ExplanationJobState.Done, 0), (Status.State, Status.Failed.Length));
    }

    [Fact]
    public void WhatMaySucceedLaterIsTriedAgainAfterALongerPauseEachTimeAndNotForEver()
    {
        _book.Lease("a");
        _book.Fail("b", 0, "told by another one", isWorthTryingAgain: true);
        Assert.Equal(1, Status.Leased);
        _book.Fail("a", 0, "disk full", isWorthTryingAgain: true);
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(_ => _book.Lease("b")!.Shard));
        _time.Advance(4.9);
        Assert.Null(_book.Lease("a"));
        _time.Advance(0.2);
        Assert.Equal(0, _book.Lease("a")!.Shard);
        _book.Fail("a", 0, "disk full", isWorthTryingAgain: true);
        _time.Advance(9.9);
        Assert.Null(_book.Lease("a"));
        _time.Advance(0.2);
        Assert.Equal(0, _book.Lease("a")!.Shard);
        _book.Fail("a", 0, "disk still full", isWorthTryingAgain: true);
        Assert.Equal(new FailedShard(0, "part-0", 3, "disk still full"), Assert.Single(Status.Failed));
    }

    [Fact]
    public void AShardThatKillsItsWorkersIsGivenUp()
    {
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, _book.Lease("a")!.Shard);
            _time.Advance(31);
        }

        FailedShard failed = Assert.Single(Status.Failed);
        Assert.Equal((0, 3), (failed.Shard, failed.Tries));
        Assert.Contains("not heard from for 30 seconds", failed.Message, StringComparison.Ordinal);
        Assert.Equal(1, _book.Lease("a")!.Shard);
    }

    [Fact]
    public void AShardThatIsGivenBackWaitsForNothingAndHasNotBeenTried()
    {
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(0, _book.Lease("a")!.Shard);
            _book.Release("b", 0);
            Assert.Equal(1, Status.Leased);
            _book.Release("a", 0);
        }

        Assert.Equal(4, Status.Waiting);
        _book.Lease("a");
        _book.Fail("a", 0, "disk full", isWorthTryingAgain: true);
        Assert.Empty(Status.Failed);
    }

    [Fact]
    public void AnotherMachineGoesOnByTheMemoryAndTheManifests()
    {
        _book.Lease("a");
        _book.Lease("b");
        _book.Lease("c");
        _book.Fail("c", 2, "bad", isWorthTryingAgain: false);
        LeaseBook next = Book(4, (1, new(7, 0, 0)));
        ExplanationJobStatus status = next.Status("job", isCanceled: false);
        Assert.Equal((1, 1, 1, 1, 7L), (status.Done, status.Leased, status.Waiting, status.Failed.Length, status.Rows));
        Assert.False(_memory.Leases.ContainsKey(1));
        Assert.True(next.Heartbeat("a", 0, default));
        Assert.Equal(3, next.Lease("d")!.Shard);
        _time.Advance(30.1);
        Assert.Equal(0, next.Lease("d")!.Shard);
    }

    private LeaseBook Book(int shards, params (int Shard, ShardNumbers Numbers)[] finished) => new(
        new("id", [.. Enumerable.Range(0, shards).Select(i => $"part-{i}")], null, finished.ToImmutableSortedDictionary(one => one.Shard, one => one.Numbers)),
        _memory,
        s_options,
        _time);
}
