using System.Numerics;

namespace TypedExplain.Training.Tests.Kernels;

/// <summary>Products have the bits of one chain of fused operations per element, whatever the shape.</summary>
public class MatrixProductTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 300, 1 }, { 8, 16, 32 }, { 7, 5, 31 }, { 9, 17, 33 }, { 130, 3, 20 }, { 33, 257, 65 }, { 16, 600, 40 }, { 129, 12, 100 }, { 3, 0, 4 }, { 20, 40, 8 }, { 20, 19, 24 }, { 17, 33, 48 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void SinglesAreChains(int m, int k, int n) => Check<float>(m, k, n);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void DoublesAreChains(int m, int k, int n) => Check<double>(m, k, n);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public void ATileOfNarrowVectorsHasTheSameBits(int depth)
    {
        foreach (int width in new[] { 32, 16 })
        {
            float[] left = MadeNumbers.Of<float>(depth * 8, "left"), right = MadeNumbers.Of<float>(depth * width, "right");
            foreach (bool isSum in new[] { false, true })
            {
                float[] wide = MadeNumbers.Of<float>(8 * 40, "tile"), narrow = [.. wide];
                TileRows<float> rows = new(ref left[0], depth, 1, 8);
                if (width == 32)
                    Tile<float>.Multiply512(rows, ref right[0], depth, ref wide[0], 40, isSum);
                else
                    Tile<float>.MultiplyHalf512(rows, ref right[0], depth, ref wide[0], 40, isSum);
                Tile<float>.MultiplyByQuarters(rows, ref right[0], width, depth, ref narrow[0], 40, isSum);
                Assert.Equal(wide, narrow);
            }
        }
    }

    [Theory]
    [InlineData(5, 33, 1)]
    [InlineData(70, 64, 3)]
    [InlineData(70, 131, 4)]
    public void NarrowSumsOverRowsAreChains(int rows, int depth, int columns)
    {
        float[] left = MadeNumbers.Of<float>(rows * depth, "left"), right = MadeNumbers.Of<float>(rows * columns, "right"), sum = MadeNumbers.Of<float>(depth * columns, "sum");
        float[] expected = MadeNumbers.Product((i, p) => left[(p * depth) + i], (p, j) => right[(p * columns) + j], depth, rows, columns, sum);
        NarrowProduct.AddTransposed<float>(left, rows, depth, right, columns, sum);
        Assert.Equal(expected, sum);
    }

    [Theory]
    [InlineData(5, 1, 1)]
    [InlineData(7, 31, 2)]
    [InlineData(70, 131, 4)]
    public void NarrowProductsDoNotDependOnTheOtherRows(int rows, int depth, int columns)
    {
        float[] left = MadeNumbers.Of<float>(rows * depth, "left"), right = MadeNumbers.Of<float>(depth * columns, "right");
        float[] all = new float[rows * columns], one = new float[columns];
        NarrowProduct.Multiply<float>(left, rows, depth, right, columns, all, new());
        for (int row = 0; row < rows; row++)
        {
            NarrowProduct.Multiply<float>(left.AsSpan(row * depth, depth), 1, depth, right, columns, one, new());
            Assert.Equal(all[(row * columns)..((row + 1) * columns)], one);
            for (int j = 0; j < columns; j++)
                Assert.Equal(Enumerable.Range(0, depth).Sum(p => (double)left[(row * depth) + p] * right[(p * columns) + j]), one[j], 1e-4);
        }
    }

    private static void Check<TNumber>(int m, int k, int n)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        TNumber[] a = MadeNumbers.Of<TNumber>(m * k, "a"), b = MadeNumbers.Of<TNumber>(k * n, "b"), start = MadeNumbers.Of<TNumber>(m * n, "c");
        Scratch<TNumber> scratch = new();
        foreach (bool isSum in new[] { false, true })
        {
            foreach ((bool leftTurned, bool rightTurned) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                MatrixView<TNumber> left = leftTurned ? new MatrixView<TNumber>(a, k, m).Transposed : new(a, m, k);
                MatrixView<TNumber> right = rightTurned ? new MatrixView<TNumber>(b, n, k).Transposed : new(b, k, n);
                TNumber[] expected = MadeNumbers.Product(
                    (i, p) => leftTurned ? a[(p * m) + i] : a[(i * k) + p],
                    (p, j) => rightTurned ? b[(j * k) + p] : b[(p * n) + j],
                    m, k, n, isSum ? start : null);
                TNumber[] actual = [.. start];
                MatrixProduct.Multiply(left, right, actual.AsSpan(), scratch, isSum);
                Assert.Equal(expected, actual);
            }
        }
    }
}
