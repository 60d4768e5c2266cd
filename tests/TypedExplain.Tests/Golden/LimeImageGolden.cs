using System.Text.Json;
using TypedExplain.Images;
using TypedExplain.Media;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Golden;

/// <summary>Masked images, their distances, and the fit over segments.</summary>
[Trait("Category", "Golden")]
public class LimeImageGolden
{
    private const string Fixture = "lime_image";

    [GoldenTheory(Fixture)]
    [MemberData(nameof(GoldenFiles.Cases), Fixture, "cases", MemberType = typeof(GoldenFiles))]
    public void MaskedImagesAndDistances(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load(Fixture, file, "cases", index);
        Tolerance tolerance = root.Tolerance();
        double[] image = Flatten(golden.GetProperty("image"));
        JsonElement rows = golden.GetProperty("image"), color = golden.GetProperty("hide_color");
        ImageShape shape = new(rows.GetArrayLength(), rows[0].GetArrayLength(), rows[0][0].GetArrayLength());
        SegmentMap segments = new(shape.Height, shape.Width, [.. Flatten(golden.GetProperty("segments")).Select(label => (int)label)]);
        Fill fill = color.ValueKind == JsonValueKind.Null ? Fill.Mean : Fill.Constant(Flatten(color));
        double[][] masks = golden.Matrix("masks");
        double[] hidden = new double[image.Length], masked = new double[image.Length];

        fill.Hide<double>(image, shape, segments, hidden);

        JsonElement expected = golden.GetProperty("expected"), images = expected.GetProperty("first_three_images");
        for (int i = 0; i < images.GetArrayLength(); i++)
        {
            segments.Compose<double>(masks[i], image, hidden, masked);
            tolerance.Check(Flatten(images[i]), masked, $"image {i}");
        }

        tolerance.Check(expected.Vector("distances"), [.. masks.Select(mask => SegmentMasks.Distance(mask))], "distance");
    }

    [GoldenTheory(Fixture)]
    [MemberData(nameof(GoldenFiles.Cases), Fixture, "cases", MemberType = typeof(GoldenFiles))]
    public void FitOverSegments(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load(Fixture, file, "cases", index);
        double[][] masks = golden.Matrix("masks");
        double[] weights = [.. masks.Select(mask => SegmentMasks.Distance(mask) * SegmentMasks.Distance(mask))];
        ExponentialKernel.WeighBy(golden.Number("kernel_width"), weights);
        var (_, slopes, intercept, _) = Fits.Ridge(masks, golden.Vector("predictions"), weights, 1, FeatureSelection.HighestWeights(100_000));

        JsonElement expected = golden.GetProperty("expected");
        Tolerance tolerance = root.Tolerance();
        tolerance.Check(expected.Number("intercept"), intercept, "intercept");
        tolerance.Check(expected.Vector("coefficients"), slopes, "coefficient");
        tolerance.Check(expected.Number("local_prediction"), intercept + masks[0].Zip(slopes, (value, slope) => value * slope).Sum(), "local prediction");
    }

    private static double[] Flatten(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(Flatten)] : [element.Number()];
}
