using System.Text.Json;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class LimeKernelGolden
{
    [GoldenTheory("lime_kernel")]
    [MemberData(nameof(GoldenFiles.Cases), "lime_kernel", "cases", MemberType = typeof(GoldenFiles))]
    public void Weights(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("lime_kernel", file, "cases", index);
        double[] weights = [.. golden.Vector("distances").Select(distance => distance * distance)];

        ExponentialKernel.WeighBy(golden.Number("kernel_width"), weights);

        root.Tolerance().Check(golden.Vector("expected"), weights, "weight");
    }
}
