using TypedExplain.Explanations.Trust;
using Xunit.Abstractions;

namespace TypedExplain.Tests.Regions;

/// <summary>The bound by extreme values holds as often as it says where the least value is inside, and somewhat less often where it is in a corner.</summary>
public class TrustBoundTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, false, 0.92, 0.98)]
    [InlineData(2, false, 0.92, 0.98)]
    [InlineData(4, false, 0.92, 0.98)]
    [InlineData(1, true, 0.86, 0.94)]
    [InlineData(2, true, 0.86, 0.94)]
    [InlineData(4, true, 0.86, 0.94)]
    public void ItHoldsAsOftenAsItSays(int numbers, bool isCorner, double least, double most)
    {
        const int Runs = 2000, Samples = 2000;
        RandomStream stream = new(5, "bound");
        int holds = 0;
        for (int run = 0; run < Runs; run++)
        {
            double[] uniform = new double[Samples * numbers];
            stream.For(run).FillUniform(0, uniform);
            Place[] places = [.. Enumerable.Range(0, Samples).Select(row =>
            {
                double[] at = uniform[(row * numbers)..((row + 1) * numbers)];
                return new Place(at, 1, isCorner ? at.Sum() : at.Sum(value => (value - 0.4) * (value - 0.4)));
            })];
            holds += LeastValue.Bound(places, numbers, 0.95) <= 0 ? 1 : 0;
        }

        output.WriteLine($"{numbers} {isCorner}: {holds / (double)Runs:P1}");
        Assert.InRange(holds / (double)Runs, least, most);
    }

    [Fact]
    public void ItIsTheFormula()
    {
        Place[] places = [new([1], 1, 0.95), new([2], 2, 0.93), new([3], 3, 0.99), new([2], 2, 0.93), .. Enumerable.Repeat(new Place([4], 4, 1), 6)];
        Assert.Equal(0.93 - (0.02 / (Math.Pow(0.9, -2) - 1)), LeastValue.Bound(places, 1, 0.9)!.Value, 12);
        Assert.Null(LeastValue.Bound(places, 2, 0.9));
        Assert.Equal(0.5, LeastValue.Bound([.. Enumerable.Repeat(new Place([4], 4, 0.5), 10)], 1, 0.9));
    }
}
