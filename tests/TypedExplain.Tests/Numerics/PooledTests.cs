using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class PooledTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100_000)]
    [InlineData(3_000_000)]
    public void StartsAsZerosWhateverWasThereBefore(int length)
    {
        for (int repeat = 0; repeat < 5; repeat++)
        {
            using Pooled one = new(length);
            using Pooled other = new(length);
            Assert.Equal(length, one.Span.Length);
            Assert.False(one.Span.ContainsAnyExcept(0.0) || other.Span.ContainsAnyExcept(0.0));
            one.Span.Fill(double.NaN);
            Assert.False(other.Span.ContainsAnyExcept(0.0));
            other.Span.Fill(1);
        }
    }

    [Fact]
    public void MemoryIsBorrowedAgain()
    {
        using (new Pooled(1000))
        {
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int repeat = 0; repeat < 100; repeat++)
        {
            using Pooled again = new(1000);
            again.Span[0] = repeat;
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }
}
