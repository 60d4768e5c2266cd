namespace TypedExplain.Tests.Numerics;

/// <summary>Box and Muller one pair at a time, with the platform's own functions.</summary>
public class NormalTwinTests
{
    [Fact]
    public void FillNormalAgrees()
    {
        const int Length = 160_000;
        RandomStream stream = new(9, "twin");
        double[] values = new double[Length];
        stream.FillNormal(0, values);
        for (int block = 0; block < Length; block += RandomStream.BlockLength)
        {
            for (int lane = 0; lane < 8; lane++)
            {
                double radius = Math.Sqrt(-2 * Math.Log(1 - stream.Uniform(block + lane)));
                double angle = 2 * Math.PI * stream.Uniform(block + lane + 8);
                Assert.Equal(radius * Math.Cos(angle), values[block + lane], 1e-14);
                Assert.Equal(radius * Math.Sin(angle), values[block + lane + 8], 1e-14);
            }
        }
    }
}
