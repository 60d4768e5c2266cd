using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

/// <summary>The tiled sums have the bits of one fused product after the other.</summary>
public class MomentsTests
{
    [Fact]
    public void BitsAreThoseOfTheScalarTwin()
    {
        Random random = new(1);
        for (int width = 1; width <= 40; width++)
        {
            for (int count = 0; count <= 100; count++)
            {
                int stride = Moments.Stride(width);
                double[] rows = new double[count * stride];
                for (int at = 0; at < rows.Length; at++)
                    rows[at] = at % stride < width ? Math.ScaleB((2 * random.NextDouble()) - 1, random.Next(-8, 8)) : 0;
                double[] weights = [.. Enumerable.Range(0, count).Select(row => random.Next(4) == 0 ? 0 : random.NextDouble())];

                double[] moments = [.. Enumerable.Repeat(double.NaN, stride * stride)];
                Moments.Of(rows, stride, weights, moments);

                double[] twin = Twin(rows, stride, weights);
                for (int at = 0; at < moments.Length; at++)
                    Assert.True(BitConverter.DoubleToInt64Bits(twin[at]) == BitConverter.DoubleToInt64Bits(moments[at]), $"width {width}, {count} rows: element {at / stride}, {at % stride} is {moments[at]:R}, not {twin[at]:R}");
            }
        }
    }

    /// <summary>A row of weight 0 is not read: what is infinite or not a number there does no harm.</summary>
    [Fact]
    public void RowsOfWeightZeroAreLeftOut()
    {
        double[] rows = new double[3 * 8], moments = new double[64];
        rows.AsSpan(0, 8).Fill(2);
        rows.AsSpan(8, 8).Fill(double.NaN);
        rows.AsSpan(16, 8).Fill(double.PositiveInfinity);
        Moments.Of(rows, 8, [0.5, 0, -0.0], moments);
        Assert.All(moments, moment => Assert.Equal(2, moment));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(8, 8)]
    [InlineData(9, 16)]
    [InlineData(40, 40)]
    public void StridesAreWholeTiles(int width, int stride) => Assert.Equal(stride, Moments.Stride(width));

    private static double[] Twin(double[] rows, int stride, double[] weights)
    {
        double[] moments = new double[stride * stride];
        for (int i = 0; i < stride; i++)
        {
            for (int j = i; j < stride; j++)
            {
                double sum = 0;
                for (int row = 0; row < weights.Length; row++)
                {
                    if (weights[row] != 0)
                        sum = Math.FusedMultiplyAdd(weights[row] * rows[(row * stride) + i], rows[(row * stride) + j], sum);
                }

                moments[(i * stride) + j] = moments[(j * stride) + i] = sum;
            }
        }

        return moments;
    }
}
