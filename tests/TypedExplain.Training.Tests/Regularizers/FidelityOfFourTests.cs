using TypedExplain.Training.Regularizers;
using TypedExplain.Training.Tests.Kernels;

namespace TypedExplain.Training.Tests.Regularizers;

/// <summary>Four points side by side have the bits of one after the other.</summary>
public class FidelityOfFourTests
{
    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(7, 2, 3)]
    [InlineData(10, 8, 1)]
    [InlineData(19, 5, 2)]
    [InlineData(24, 0, 1)]
    public void OnePointAtATimeIsTheTwin(int samples, int columns, int outputs)
    {
        const int Unused = 5;
        int apart = (samples * columns) + Unused, each = samples * outputs;
        double[] coordinates = MadeNumbers.Of<double>(4 * apart, "coordinates"), predictions = MadeNumbers.Of<double>(4 * each, "predictions");
        double[] gradient = new double[4 * each], losses = new double[4], expected = new double[each];
        Assert.True(FidelityOfFour.Losses(coordinates, samples * columns, samples, predictions, gradient, losses));
        for (int point = 0; point < 4; point++)
        {
            double[] own = coordinates[(point * apart)..((point * apart) + (samples * columns))];
            Assert.Equal(PointLosses.Fidelity(own, predictions.AsSpan(point * each, each), samples, expected), losses[point]);
            Assert.Equal(expected, gradient[(point * each)..((point + 1) * each)]);
        }
    }

    [Fact]
    public void AColumnThatDependsOnOthersIsLeftToOnePointAtATime()
    {
        double[] coordinates = MadeNumbers.Of<double>(4 * 20, "coordinates"), gradient = new double[40], losses = new double[4];
        for (int i = 0; i < 10; i++)
            coordinates[40 + 10 + i] = 3 - (2 * coordinates[40 + i]);
        Assert.False(FidelityOfFour.Losses(coordinates, 20, 10, new double[40], gradient, losses));
    }
}
