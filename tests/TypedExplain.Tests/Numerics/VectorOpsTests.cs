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

            double all = BitConverter.UInt64BitsToDouble(ulong.MaxValue);
            double[] mask = [.. a.Select((_, i) => i % 3 == 1 ? all : 0)];
            VectorOps.Select(mask, a, b, target);
            Assert.Equal(a.Zip(b).Select((pair, i) => i % 3 == 1 ? pair.First : pair.Second), target);

            float[] singles = [.. a.Select(x => (float)x)];
            VectorOps.Widen(singles, target);
            Assert.Equal(singles.Select(x => (double)x), target);
        }
    }

    [Fact]
    public void MoveAndMeasureCountsTheFirstElementsAlone()
    {
        for (int length = 0; length <= 24; length++)
        {
            for (int measured = 0; measured <= length; measured++)
            {
                double[] row = Numbers(length, seed: 7), origin = Numbers(length, seed: 8), expected = [.. row.Zip(origin, (x, y) => x - y)];
                double squares = VectorOps.MoveAndMeasure(row, origin, measured);
                Assert.Equal(expected, row);
                Assert.Equal(expected.Take(measured).Sum(x => x * x), squares, 1e-12);
            }
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
        Assert.Equal(0, VectorOps.AbsoluteSum([]));
        Assert.Equal(0, VectorOps.AbsoluteMaximum([]));
        Assert.Equal(6.5, VectorOps.AbsoluteSum([1, -2, 0, 3.5]));
        Assert.Equal(3.5, VectorOps.AbsoluteMaximum([1, -3.5, 0, 2]));
        Assert.Equal(double.NaN, VectorOps.AbsoluteMaximum([1, double.NaN, 2]));
    }

    private static double[] Numbers(int count, int seed)
    {
        Random random = new(seed + (100 * count));
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
    }
}
