using TypedExplain.Text;

namespace TypedExplain.Tests.Text;

public class WordMasksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void EveryNumberOfRemovedWordsAndEveryWordIsAsLikely(int features)
    {
        const int Samples = 40_000;
        double[] rows = new double[Samples * features];
        WordMasks.Fill(new RandomStream(1, "masks"), 0, features, rows);
        int[] sizes = new int[features + 1];
        double[] removed = new double[features];
        for (int row = 0; row < Samples; row++)
        {
            ReadOnlySpan<double> mask = rows.AsSpan(row * features, features);
            Assert.False(mask.ContainsAnyExcept(0.0, 1.0));
            sizes[mask.Count(0.0)]++;
            for (int i = 0; i < features; i++)
                removed[i] += 1 - mask[i];
        }

        Assert.Equal(0, sizes[0]);
        double expected = (double)Samples / features, spread = 5 * Math.Sqrt(expected);
        Assert.All(sizes[1..], size => Assert.InRange(size, expected - spread, expected + spread));

        // Each word is in (p + 1)/2p of the removed sets.
        double share = Samples * (features + 1) / (2.0 * features), deviation = 5 * Math.Sqrt(Samples * 0.25);
        Assert.All(removed, count => Assert.InRange(count, share - deviation, share + deviation));
    }

    [Fact]
    public void EverySetOfASizeIsAsLikely()
    {
        const int Samples = 60_000, Features = 5;
        double[] rows = new double[Samples * Features];
        WordMasks.Fill(new RandomStream(2, "sets"), 0, Features, rows);
        Dictionary<string, int> sets = [];
        for (int row = 0; row < Samples; row++)
        {
            string set = string.Concat(rows.Skip(row * Features).Take(Features));
            if (set.Count(unit => unit == '0') == 2)
                sets[set] = sets.GetValueOrDefault(set) + 1;
        }

        Assert.Equal(10, sets.Count);
        double expected = sets.Values.Average();
        Assert.All(sets.Values, count => Assert.InRange(count, expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected))));
    }

    [Fact]
    public void ARowDependsOnItsNumberAlone()
    {
        RandomStream stream = new(4, "masks");
        double[] many = new double[100 * 30], few = new double[10 * 30], later = new double[10 * 30];
        WordMasks.Fill(stream, 0, 30, many);
        WordMasks.Fill(stream, 0, 30, few);
        WordMasks.Fill(stream, 50, 30, later);
        Assert.Equal(many[..300], few);
        Assert.Equal(many[1500..1800], later);
        WordMasks.Fill(stream, 0, 0, []);
    }

    [Fact]
    public void Distances()
    {
        Assert.Equal(0, WordMasks.Distance([1, 1, 1]));
        Assert.Equal(100, WordMasks.Distance([0, 0]));
        Assert.Equal(50, WordMasks.Distance([0, 1, 0, 0]));
        Assert.Equal(0, WordMasks.Distance([]));
    }

    [Fact]
    public void NothingIsAllocatedPerSample()
    {
        double[] rows = new double[500 * 20];
        RandomStream stream = new(4, "masks");
        WordMasks.Fill(stream, 0, 20, rows);
        long before = GC.GetAllocatedBytesForCurrentThread();
        WordMasks.Fill(stream, 0, 20, rows);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1000);
    }
}
