using TypedExplain.Training.Kernels;

namespace TypedExplain.Training.Tests.Kernels;

public class ElementwiseTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(37)]
    public void ANumberThatIsNotFiniteIsFound(int length)
    {
        float[] values = MadeNumbers.Of<float>(length, "values", 1e30);
        Assert.True(Elementwise.AreFinite<float>(values));
        for (int i = 0; i < length; i++)
        {
            foreach (float bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
            {
                float[] broken = [.. values];
                broken[i] = bad;
                Assert.False(Elementwise.AreFinite<float>(broken));
            }
        }
    }

    [Fact]
    public void TheLeakyRectifierAndItsSlopeAreThoseOfTheDefinition()
    {
        double[] rows = MadeNumbers.Of<double>(2 * 19, "rows"), bias = MadeNumbers.Of<double>(19, "bias"), slopes = MadeNumbers.Of<double>(2 * 19, "slopes");
        double[] activated = [.. rows];
        Elementwise.AddBias<double>(activated, bias, 0.2, isActivated: true);
        Assert.Equal(rows.Select((x, i) => x + bias[i % 19]).Select(x => x > 0 ? x : 0.2 * x), activated);
        double[] expected = [.. slopes.Select((g, i) => activated[i] > 0 ? g : 0.2 * g)];
        Elementwise.MultiplyBySlope<double>(slopes, activated, 0.2);
        Assert.Equal(expected, slopes);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 7)]
    [InlineData(9, 100)]
    [InlineData(0, 33)]
    public void SumsOfColumnsAreTakenInTheOrderOfTheRows(int rows, int columns)
    {
        float[] values = MadeNumbers.Of<float>(rows * columns, "values"), sums = MadeNumbers.Of<float>(columns, "sums"), expected = [.. sums];
        for (int i = 0; i < values.Length; i++)
            expected[i % columns] += values[i];
        ColumnSums.Add<float>(values, sums);
        Assert.Equal(expected, sums);
    }
}
