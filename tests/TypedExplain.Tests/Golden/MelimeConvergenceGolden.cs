using System.Globalization;
using System.Text.Json;
using TypedExplain.Surrogates.Local;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class MelimeConvergenceGolden
{
    [GoldenTheory("melime_convergence")]
    [MemberData(nameof(GoldenFiles.Cases), "melime_convergence", "convergence", MemberType = typeof(GoldenFiles))]
    public void Convergence(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("melime_convergence", file, "convergence", index);
        BatchConvergence rule = new(golden.Number("tol_importance"), golden.Number("tol_error"));
        double[][] slopes = golden.Matrix("coefficients_per_batch");
        double[] errors = golden.Vector("mse_per_batch");
        JsonElement[] changes = [.. golden.GetProperty("expected").GetProperty("diff").EnumerateArray()];
        bool[] settled = [.. golden.GetProperty("expected").GetProperty("converged").EnumerateArray().Select(item => item.GetBoolean())];
        for (int batch = 0; batch < slopes.Length; batch++)
        {
            Assert.Equal(settled[batch], rule.Add(slopes[batch], errors[batch]));
            if (changes[batch].ValueKind != JsonValueKind.Null)
                root.Tolerance().Check(changes[batch].Number(), rule.Change, $"change after batch {batch + 1}");
        }
    }

    [GoldenTheory("melime_convergence")]
    [MemberData(nameof(GoldenFiles.Cases), "melime_convergence", "basic_statistics", MemberType = typeof(GoldenFiles))]
    public void Statistics(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("melime_convergence", file, "basic_statistics", index);
        int[] positions = golden.Integers("positions");
        var (mean, median, deviation) = BasicStatistics.Of(positions, golden.Vector("predictions"), golden.Number("prediction_of_instance"), positions.Max() + 1);
        foreach ((string name, double[] actual) in (ReadOnlySpan<(string, double[])>)[("mean", mean), ("median", median), ("std", deviation)])
        {
            foreach (JsonProperty expected in golden.GetProperty("expected").GetProperty(name).EnumerateObject())
                root.Tolerance().Check(expected.Value.Number(), actual[int.Parse(expected.Name, CultureInfo.InvariantCulture)], $"{name} of position {expected.Name}");
        }
    }
}
