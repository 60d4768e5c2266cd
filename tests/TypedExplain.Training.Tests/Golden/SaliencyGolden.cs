using System.Text.Json;
using TypedExplain.Tests.Golden;
using TypedExplain.Training.Convolution;

namespace TypedExplain.Training.Tests.Golden;

/// <summary>Convolutions, their gradients with respect to pixels, and the stability of those.</summary>
[Trait("Category", "Golden")]
public class SaliencyGolden
{
    private const string Fixture = "saliency";

    public static IEnumerable<object[]> Cases => GoldenFiles.Cases(Fixture, "cases");

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Cases))]
    public void MapsOfTheLargestLogit(string file, int index)
    {
        (JsonElement root, JsonElement entry) = GoldenFiles.Load(Fixture, file, "cases", index);
        Tolerance tolerance = root.Tolerance();
        JsonElement expected = entry.GetProperty("expected");
        double[] bias = entry.Vector("conv_bias"), denseBias = entry.Vector("dense_bias");
        int size = entry.GetProperty("size").GetInt32();
        int channels = entry.GetProperty("conv_weights_hwio")[0][0].GetArrayLength();
        ConvolutionShape shape = new(size, channels, entry.GetProperty("kernel").GetInt32(), entry.GetProperty("stride").GetInt32(), bias.Length);
        Assert.Equal(
            (expected.GetProperty("output_size").GetInt32(), expected.GetProperty("pad_before").GetInt32(), expected.GetProperty("pad_after").GetInt32()),
            (shape.OutputSize, shape.PadBefore, shape.PadAfter));

        ConvolutionalNetwork<double> network = new([shape], [denseBias.Length]);
        double[] parameters = [.. GoldenNetwork.Flatten(entry.GetProperty("conv_weights_hwio")), .. bias, .. entry.Matrix("dense_weights").SelectMany(row => row), .. denseBias];
        double[] images = GoldenNetwork.Flatten(entry.GetProperty("images")), perturbed = GoldenNetwork.Flatten(entry.GetProperty("perturbed"));
        int count = entry.GetProperty("images").GetArrayLength();
        ImageSaliency<double> saliency = new(network);
        double[] maps = new double[images.Length], others = new double[images.Length];
        saliency.Maps(parameters, images, count, maps);
        tolerance.Check([.. expected.Matrix("logits").SelectMany(row => row)], saliency.Outputs(parameters, images, count), "logits");
        saliency.Maps(parameters, perturbed, count, others);
        tolerance.Check(GoldenNetwork.Flatten(expected.GetProperty("signed_gradient")), maps, "signed gradient");
        tolerance.Check(GoldenNetwork.Flatten(expected.GetProperty("absolute_saliency")), [.. maps.Select(Math.Abs)], "magnitude");
        tolerance.Check(expected.Number("stability_mse"), ImageSaliency<double>.MeanSquaredDifference(maps, others), "stability");
    }
}
