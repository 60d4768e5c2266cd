using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class VectorOpsTests
{
    [Fact]
    public void AddScaledHasTheBitsOfFusedProducts()
    {
        for (int length = 0; length <= 50; length++)
        {
            double[] source = Numbers(length, seed: 1), target = Numbers(length + 3, seed: 2);
            double[] expected = [.. target.Select((value, i) => i < length ? Math.FusedMultiplyAdd(0.3, source[i], value) : value)];
            VectorOps.AddScaled(0.3, source, target);
            Assert.Equal(expected, target);
        }
    }

    /// <summary>Eight lanes, added pairwise, then what is left over: in this order whatever the hardware.</summary>
    [Fact]
    public void DotHasTheBitsOfEightLanes()
    {
        for (int length = 0; length <= 50; length++)
        {
            double[] left = Numbers(length, seed: 3), right = Numbers(length + 2, seed: 4), l = new double[8];
            int whole = length / 8 * 8;
            for (int i = 0; i < whole; i++)
                l[i % 8] = Math.FusedMultiplyAdd(left[i], right[i], l[i % 8]);
            double sum = l[0] + l[4] + (l[2] + l[6]) + (l[1] + l[5] + (l[3] + l[7]));
            for (int i = whole; i < length; i++)
                sum = Math.FusedMultiplyAdd(left[i], right[i], sum);

            Assert.Equal(BitConverter.DoubleToInt64Bits(sum), BitConverter.DoubleToInt64Bits(VectorOps.Dot(left, right)));
            Assert.Equal(sum, VectorOps.Dot(right, left));
            Assert.Equal(left.Zip(right, (a, b) => a * b).Sum(), sum, 1e-14);
        }
    }

    [Fact]
    public void DotsOfRowsAreThoseOfEachRow()
    {
        for (int width = 8; width <= 24; width += 8)
        {
            double[] rows = Numbers(9 * width, seed: 7), vector = Numbers(width, seed: 8), products = new double[9];
            VectorOps.DotRows(rows, vector, products);
            Assert.Equal(Enumerable.Range(0, 9).Select(row => VectorOps.Dot(rows.AsSpan(row * width, width), vector)), products);
        }
    }

    [Fact]
    public void StandardizedRowsHaveTheBitsOfOneByOne()
    {
        const int Stride = 13, TargetStride = 16;
        for (int count = 1; count <= 9; count++)
        {
            double[] rows = Numbers(7 * Stride, seed: 9), means = Numbers(count, seed: 10), scales = [.. Numbers(count, seed: 11).Select(scale => Math.Abs(scale) + 0.1)];
            double[] targets = new double[7 * TargetStride], expected = new double[7 * TargetStride];
            for (int at = 0; at < 7 * count; at++)
                expected[(at / count * TargetStride) + (at % count)] = (rows[(at / count * Stride) + 3 + (at % count)] - means[at % count]) / scales[at % count];
            VectorOps.Standardize(rows.AsSpan(3), Stride, means, scales, targets, TargetStride);
            Assert.Equal(expected, targets);
        }
    }

    [Fact]
    public void WhatIsNotFiniteIsFoundWhereverItIs()
    {
        for (int length = 0; length <= 21; length++)
        {
            double[] values = Numbers(length, seed: 12);
            Assert.True(VectorOps.AreFinite(values));
            for (int at = 0; at < length; at++)
            {
                foreach (double wrong in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
                {
                    (double own, values[at]) = (values[at], wrong);
                    Assert.False(VectorOps.AreFinite(values));
                    values[at] = own;
                }
            }
        }
    }

    [Fact]
    public void ElementwiseOperationsHaveTheBitsOfOneByOne()
    {
        for (int length = 0; length <= 21; length++)
        {
            double[] a = Numbers(length, seed: 5), b = Numbers(length, seed: 6), target = new double[length];
            VectorOps.SubtractScaled(a, 0.3, b, target);
            Assert.Equal(a.Zip(b, (x, y) => x - (0.3 * y)), target);

            double[] divided = [.. a], scaled = [.. a];
            VectorOps.Divide(divided, 0.7);
            Assert.Equal(a.Select(x => x / 0.7), divided);
            VectorOps.ScaleAndAdd(scaled, 0.3, 2);
            Assert.Equal(a.Select(x => Math.FusedMultiplyAdd(0.3, x, 2)), scaled);

            ulong[] bits = [.. a.Select((_, i) => i % 7 == 6 ? 0 : 1ul << (3 * i))];
            const ulong word = 0x8000_1240_0249_0041;
            const int rows = 3;
            int stride = a.Length + 2;
            double[] others = Numbers(rows * stride, seed: 9), chosen = [.. others];
            VectorOps.SelectRows(word, bits, a, others.AsSpan(1), chosen.AsSpan(1), stride);
            Assert.Equal(others.Select((other, at) => at % stride - 1 is >= 0 and var i && i < a.Length && (word & bits[i]) != 0 ? a[i] : other), chosen);

            float[] singles = [.. a.Select(x => (float)x)];
            VectorOps.Widen(singles, target);
            Assert.Equal(singles.Select(x => (double)x), target);
        }
    }

    [Fact]
    public void MoveAndMeasureCountsTheFirstElementsOnly()
    {
        const int rows = 3;
        for (int features = 0; features <= 22; features++)
        {
            int stride = Moments.Stride(features + 2);
            for (int measured = 0; measured <= features; measured++)
            {
                double[] all = Numbers(rows * stride, seed: 7), moved = [.. all], origin = [.. Numbers(features, seed: 8), .. new double[stride - features]], squares = new double[rows];
                VectorOps.SubtractAndSumSquares(moved, stride, origin, features, measured, squares);
                for (int row = 0; row < rows; row++)
                {
                    double[] expected = [.. all.Skip(row * stride).Take(features).Zip(origin, (x, y) => x - y)];
                    Assert.Equal(expected, moved.Skip(row * stride).Take(features));
                    Assert.Equal(expected.Take(measured).Sum(x => x * x), squares[row], 1e-12);
                }
            }
        }
    }

    [Fact]
    public void MirrorWritesEachNumberAndItsNegation()
    {
        for (int length = 0; length <= 40; length++)
        {
            double[] numbers = Numbers(length, seed: 5), given = [.. numbers];
            VectorOps.Mirror(numbers);
            Assert.Equal(Enumerable.Range(0, length).Select(i => i % 2 == 0 ? given[i / 2] : -given[i / 2]), numbers);
        }
    }

    [Fact]
    public void AreWithinSeesEveryElement()
    {
        for (int length = 0; length <= 13; length++)
        {
            double[] values = new double[length];
            Assert.True(VectorOps.AreWithin(values, 0, 0));
            for (int i = 0; i < length; i++)
            {
                foreach (double outside in (double[])[-1e-300, 1e-300, double.NaN])
                {
                    values[i] = outside;
                    Assert.False(VectorOps.AreWithin(values, 0, 0));
                }

                values[i] = 0;
            }
        }
    }

    [Fact]
    public void Magnitudes()
    {
        Assert.Equal(0, VectorOps.SumAbs([]));
        Assert.Equal(0, VectorOps.MaxAbs([]));
        Assert.Equal(6.5, VectorOps.SumAbs([1, -2, 0, 3.5]));
        Assert.Equal(3.5, VectorOps.MaxAbs([1, -3.5, 0, 2]));
        Assert.Equal(double.NaN, VectorOps.MaxAbs([1, double.NaN, 2]));
    }

    private static double[] Numbers(int count, int seed)
    {
        Random random = new(seed + (100 * count));
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
    }
}
