using System.Numerics;
using System.Runtime.Intrinsics;
using TypedExplain.Training.Kernels;

namespace TypedExplain.Training.Tests.Kernels;

/// <summary>Products have the bits of one chain of fused operations per element, whatever the shape.</summary>
public class MatrixProductTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 300, 1 }, { 8, 16, 32 }, { 7, 5, 31 }, { 9, 17, 33 }, { 130, 3, 20 }, { 33, 257, 65 }, { 16, 600, 40 }, { 129, 12, 100 }, { 3, 0, 4 }, { 20, 40, 8 }, { 20, 19, 24 }, { 17, 33, 48 }, { 36, 100, 100 }, { 300, 30, 28 }, { 5, 9, 4 }, { 12, 300, 6 },
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
    public void TilesOfEveryWidthAreChains(int depth)
    {
        AllTiles<float>(depth);
        AllTiles<double>(depth);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PanelsCoverAllColumnsWithoutOneThatIsEmpty(bool isWide)
    {
        for (int columns = 1; columns < 200; columns++)
        {
            int at = 0;
            while (at < columns)
                at += Tile<float>.Width(columns - at, isWide);
            Assert.InRange(at - columns, 0, isWide ? 15 : 7);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void BiasAndRectifierAreAddedToTheSums(int m, int k, int n)
    {
        float[] a = MadeNumbers.Of<float>(m * k, "a"), b = MadeNumbers.Of<float>(k * n, "b"), bias = MadeNumbers.Of<float>(n, "bias");
        foreach (bool isActivated in new[] { false, true })
        {
            float[] expected = MadeNumbers.Product((i, p) => a[(i * k) + p], (p, j) => b[(p * n) + j], m, k, n), actual = new float[m * n];
            if (n <= NarrowProduct.Columns)
                NarrowProduct.Multiply<float>(a, m, k, b, n, expected, new());
            for (int i = 0; i < expected.Length; i++)
            {
                float x = expected[i] + bias[i % n];
                expected[i] = isActivated && !(x > 0) ? 0.2f * x : x;
            }

            DenseProduct.Forward(a, m, k, n, b, actual.AsSpan(), new(), new AddBiasEpilogue<float>(ref bias[0], 0.2f, isActivated));
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void TheWayBackIsMultipliedByTheSlope(int m, int k, int n)
    {
        float[] a = MadeNumbers.Of<float>(m * k, "a"), b = MadeNumbers.Of<float>(k * n, "b"), activated = MadeNumbers.Of<float>(m * n, "activated");
        float[] expected = MadeNumbers.Product((i, p) => a[(i * k) + p], (p, j) => b[(j * k) + p], m, k, n), actual = new float[m * n];
        for (int i = 0; i < expected.Length; i++)
            expected[i] *= activated[i] > 0 ? 1 : 0.2f;
        DenseProduct.Back(a, m, n, k, b, actual.AsSpan(), new(), new MultiplyBySlopeEpilogue<float>(ref activated[0], 0.2f));
        Assert.Equal(expected, actual);
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

    private static void AllTiles<TNumber>(int depth)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        const int Height = 8;
        int one = Vector256<TNumber>.Count;
        foreach ((int width, Kernel<TNumber> kernel) in new (int, Kernel<TNumber>)[]
        {
            (4 * one, Tile512<TNumber>.MultiplyBy2), (2 * one, Tile512<TNumber>.MultiplyBy1), (3 * one, Tile256<TNumber>.Multiply4By3),
            (2 * one, Tile256<TNumber>.Multiply4By2), (one, NarrowTile<TNumber>.Multiply256), (one / 2, NarrowTile<TNumber>.Multiply128),
        })
        {
            TNumber[] left = MadeNumbers.Of<TNumber>(depth * Height, "left"), right = MadeNumbers.Of<TNumber>(depth * width, "right"), start = MadeNumbers.Of<TNumber>(Height * width, "tile");
            foreach (bool isSum in new[] { false, true })
            {
                TNumber[] actual = [.. start];
                kernel(new(ref left[0], depth, 1, Height), ref right[0], (nuint)width, depth, ref actual[0], (nuint)width, isSum, default);
                Assert.Equal(MadeNumbers.Product((i, p) => left[(i * depth) + p], (p, j) => right[(p * width) + j], Height, depth, width, isSum ? start : null), actual);
            }
        }
    }

    private delegate void Kernel<TNumber>(TileRows<TNumber> left, ref TNumber right, nuint rightStride, int depth, ref TNumber product, nuint stride, bool isSum, IdentityEpilogue<TNumber> end)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>;
}
