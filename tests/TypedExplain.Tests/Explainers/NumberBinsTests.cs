using TypedExplain.Data;

namespace TypedExplain.Tests.Explainers;

public class NumberBinsTests
{
    /// <summary>A uniform number falls into the bins in turn by how often each occurs, and never into an empty one.</summary>
    [Fact]
    public void AUniformNumberFallsIntoBinsByTheirFrequency()
    {
        // (−∞, 1], (1, 2], (2, 3], (3, 4], (4, ∞): 2, 0, 1, 1 and 0 of four values.
        NumberBins bins = new([0.5, 1, 2.5, 4], [1, 2, 3, 4]);
        Assert.Equal([0, 0, 2, 2, 3, 3], new[] { 0, 0.4999999, 0.5, 0.7499999, 0.75, 1 - 1e-16 }.Select(bins.At));
        Assert.Equal([0, 0, 1, 1, 2, 3, 4], new[] { -9, 1, 1.0000001, 2, 2.5, 4, 4.0000001 }.Select(bins.Of));
    }

    [Fact]
    public void TheFirstBinsMayBeEmpty()
    {
        NumberBins bins = new([7, 8], [1, 5, 7]);
        Assert.Equal([2, 2, 3, 3], new[] { 0, 0.49, 0.5, 0.99 }.Select(bins.At));
    }
}
