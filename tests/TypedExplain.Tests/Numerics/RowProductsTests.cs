using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class RowProductsTests
{
    /// <summary>The same bits as row after row, whatever the sizes are to a tile and a block.</summary>
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 8, 9)]
    [InlineData(63, 8, 7)]
    [InlineData(64, 17, 24)]
    [InlineData(65, 24, 1)]
    [InlineData(200, 5, 40)]
    public void AreThoseOfEachRow(int rows, int high, int wide)
    {
        RandomStream stream = new(7, "products");
        const int leftStride = 30, rightStride = 41;
        double[] left = new double[rows * leftStride], right = new double[rows * rightStride];
        stream.For(1).FillUniform(0, left);
        stream.For(2).FillUniform(0, right);
        int stride = Moments.Stride(wide);
        double[] products = [.. Enumerable.Repeat(double.NaN, Moments.Stride(high) * stride)], expected = new double[products.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < high; i++)
            {
                for (int j = 0; j < wide; j++)
                    expected[(i * stride) + j] = Math.FusedMultiplyAdd(left[(row * leftStride) + i], right[(row * rightStride) + j], expected[(i * stride) + j]);
            }
        }

        RowProducts.Of(left, leftStride, high, right, rightStride, wide, rows, products);

        Assert.Equal(expected, products);
    }
}
