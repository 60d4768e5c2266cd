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
