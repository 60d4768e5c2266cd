using System.Text.Json;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class LimeRidgeGolden
{
    [GoldenTheory("lime_ridge")]
    [MemberData(nameof(GoldenFiles.Cases), "lime_ridge", "direct", MemberType = typeof(GoldenFiles))]
    public void WeightedRidge(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("lime_ridge", file, "direct", index);
        var (_, slopes, intercept, r2) = Fits.Ridge(golden.Matrix("X"), golden.Vector("y"), golden.Vector("weights"), golden.Number("alpha"));

        JsonElement expected = golden.GetProperty("expected");
        root.Tolerance().Check(expected.Number("intercept"), intercept, "intercept");
        root.Tolerance().Check(expected.Vector("coefficients"), slopes, "coefficient");
        root.Tolerance().Check(expected.Number("weighted_r2"), r2, "weighted R²");
    }

    [GoldenTheory("lime_ridge")]
    [MemberData(nameof(GoldenFiles.Cases), "lime_ridge", "cases", MemberType = typeof(GoldenFiles))]
    public void SelectionAndFit(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("lime_ridge", file, "cases", index);
        JsonElement data = root.GetProperty("data").GetProperty(golden.GetProperty("Z_ref").GetString()!);
        int features = golden.GetProperty("num_features").GetInt32();
        string method = golden.GetProperty("method").GetString()!;
        double[][] z = data.Matrix("Z");
        double[] weights = [.. data.Vector("distances").Select(distance => distance * distance)];
        ExponentialKernel.WeighBy(golden.Number("kernel_width"), weights);
        var (chosen, slopes, intercept, r2) = Fits.Ridge(z, data.Vector("y"), weights, golden.Number("ridge_alpha"), method switch
        {
            "none" => FeatureSelection.All,
            "forward_selection" => FeatureSelection.Forward(features),
            "highest_weights" => FeatureSelection.HighestWeights(features),
            "lasso_path" => FeatureSelection.LassoPath(features),
            "auto" => FeatureSelection.Auto(features),
            _ => throw new InvalidOperationException($"The golden file has a selection {method} that the library has not."),
        });

        JsonElement expected = golden.GetProperty("expected");
        Tolerance tolerance = root.Tolerance();
        Assert.Equal(expected.Integers("selected_set"), chosen.Order());
        if (method != "lasso_path")
            Assert.Equal(expected.Integers("selected_in_order"), chosen);
        tolerance.Check(expected.Number("intercept"), intercept, "intercept");
        tolerance.Check(expected.Vector("coefficients"), slopes, "coefficient");
        tolerance.Check(expected.Number("weighted_r2"), r2, "weighted R²");
        tolerance.Check(expected.Number("local_prediction"), intercept + z[0].Zip(slopes, (value, slope) => value * slope).Sum(), "local prediction");
        if (expected.TryGetProperty("weights", out JsonElement expectedWeights))
            tolerance.Check(expectedWeights.Vector(), weights, "weight");
    }
}
