using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class NumberOpsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(100)]
    public void ProductsAndSums(int length)
    {
        Assert.Equal(0, NumberOps.Stride<float>(length) % 16);
        Assert.Equal(0, NumberOps.Stride<double>(length) % 8);
        double[] left = new double[NumberOps.Stride<double>(length)], right = new double[left.Length];
        new RandomStream(1, "left").FillNormal(0, left.AsSpan(0, length));
        new RandomStream(1, "right").FillNormal(0, right.AsSpan(0, length));
        Assert.Equal(left.Zip(right, (a, b) => a * b).Sum(), NumberOps.Dot<double>(left, right), 1e-12);
        float[] singles = new float[NumberOps.Stride<float>(length)];
        for (int i = 0; i < length; i++)
            singles[i] = (float)left[i];
        Assert.Equal(singles.Sum(a => (double)a * a), NumberOps.Dot<float>(singles, singles), 1e-4 * length);

        double[] sum = [.. right];
        NumberOps.AddScaled(0.3, left, sum);
        Assert.Equal(right.Zip(left, (b, a) => Math.FusedMultiplyAdd(0.3, a, b)), sum);
    }
}
