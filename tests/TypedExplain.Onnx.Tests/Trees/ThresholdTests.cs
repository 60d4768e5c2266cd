using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>A threshold in double precision parts numbers as a comparison in single precision does.</summary>
public class ThresholdTests
{
    [Fact]
    public void PartsAsSinglePrecisionDoes()
    {
        Random random = new(1);
        for (int i = 0; i < 20_000; i++)
        {
            float threshold = (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-30, 30)));
            float neighbor = random.Next(3) switch { 0 => threshold, 1 => MathF.BitIncrement(threshold), _ => MathF.BitDecrement(threshold) };
            double middle = ((double)threshold + neighbor) / 2;
            foreach (double x in new[] { middle, Math.BitIncrement(middle), Math.BitDecrement(middle), neighbor })
            {
                Assert.Equal((float)x <= threshold, x <= Thresholds.Of(threshold, isStrict: false, rounds: true));
                Assert.Equal((float)x < threshold, x <= Thresholds.Of(threshold, isStrict: true, rounds: true));
                Assert.Equal(x < threshold, x <= Thresholds.Of(threshold, isStrict: true, rounds: false));
            }
        }
    }
}
