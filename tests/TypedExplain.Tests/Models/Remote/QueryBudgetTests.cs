namespace TypedExplain.Tests.Models.Remote;

/// <summary>Ceilings and rates, by a clock that stands still until it is moved.</summary>
public class QueryBudgetTests
{
    [Fact]
    public void ARequestThatWouldPassACeilingReservesNothing()
    {
        QueryBudget budget = new() { MaxRows = 10, MaxCalls = 3 };
        budget.Reserve(6);
        Assert.Contains("6 of the budget's 10 rows are used up, and 5 more", Assert.Throws<BudgetExhaustedException>(() => budget.Reserve(5)).Message);
        Assert.Equal((1, 6), (budget.Calls, budget.Rows));
        budget.Reserve(2);
        budget.Reserve(2);
        Assert.Contains("All 3 calls", Assert.Throws<BudgetExhaustedException>(() => budget.Reserve(0)).Message);
        Assert.Equal((3, 10), (budget.Calls, budget.Rows));
    }

    [Fact]
    public void ARateMakesWaitAndUnusedTimeIsLost()
    {
        Clock clock = new();
        QueryBudget budget = new(clock) { RowsPerSecond = 100 };
        Assert.Equal(0, budget.Reserve(50).TotalSeconds, 1e-9);
        Assert.Equal(0.5, budget.Reserve(100).TotalSeconds, 1e-9);
        Assert.Equal(1.5, budget.Reserve(1).TotalSeconds, 1e-9);
        clock.Seconds += 10;
        Assert.Equal(0, budget.Reserve(1000).TotalSeconds, 1e-9);
        Assert.Equal(10, budget.Reserve(1).TotalSeconds, 1e-9);
    }

    [Fact]
    public void ThreadsTogetherReserveExactlyWhatThereIs()
    {
        QueryBudget budget = new() { MaxRows = 10_000 };
        int refused = 0;
        Parallel.For(0, 20_000, _ =>
        {
            try
            {
                budget.Reserve(1);
            }
            catch (BudgetExhaustedException)
            {
                Interlocked.Increment(ref refused);
            }
        });
        Assert.Equal((10_000, 10_000), (budget.Rows, refused));
    }

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; } = 5;

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => (long)(Seconds * TimestampFrequency);
    }
}
