using System.Text.Json;
using TypedExplain.Surrogates.Coalitions;
using TypedExplain.Tests.Shap;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class KernelShapGolden
{
    /// <summary>Listed by the definition, and fitted to every coalition.</summary>
    [GoldenTheory("kernel_shap")]
    [MemberData(nameof(GoldenFiles.Cases), "kernel_shap", "exact", MemberType = typeof(GoldenFiles))]
    public void Exact(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("kernel_shap", file, "exact", index);
        Tolerance tolerance = root.Tolerance();
        int features = golden.GetProperty("d").GetInt32();
        string function = golden.GetProperty("function").GetString()!;
        KernelShap<Numbers16> listed = new()
        {
            Background = new Dataset<Numbers16>(golden.Matrix("background").Select(row => Numbers16.Of(row))),
            Link = golden.GetProperty("link").GetString() == "logit" ? LinkFunction.Logit : LinkFunction.Identity,
            ExactUpTo = 16,
        };
        KernelShap<Numbers16> fitted = listed with { ExactUpTo = 0, Samples = 1 << 16, Selection = FeatureSelection.HighestWeights(16) };
        IModel<Numbers16> model = Numbers16.Model(x => Formula.Evaluate(function, x), features);

        JsonElement expected = golden.GetProperty("expected");
        foreach (KernelShap<Numbers16> explainer in (KernelShap<Numbers16>[])[listed, fitted])
        {
            ShapValues<Numbers16> values = explainer.Values(model, Numbers16.Of(golden.Vector("x")));
            tolerance.Check(expected.Number("base_value"), values.BaseValue, "base value");
            tolerance.Check(expected.Number("full_value"), values.Prediction, "prediction");
            tolerance.Check(expected.Vector("phi"), values.Contributions.AsSpan()[..features], "phi");
            Assert.False(values.Contributions.AsSpan()[features..].ContainsAnyExcept(0.0));
            Assert.Null(values.StandardErrors);
        }
    }

    /// <summary>The definition on the golden file's own values of the coalitions.</summary>
    [GoldenTheory("kernel_shap")]
    [MemberData(nameof(GoldenFiles.Cases), "kernel_shap", "exact", MemberType = typeof(GoldenFiles))]
    public void Definition(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("kernel_shap", file, "exact", index);
        if (golden.GetProperty("coalition_values_by_bitmask").ValueKind == JsonValueKind.Null)
            return;
        double[] phi = new double[golden.GetProperty("d").GetInt32()], values = golden.Vector("coalition_values_by_bitmask");
        ShapleyFormula.Fill(values, phi);
        root.Tolerance().Check(golden.GetProperty("expected").Vector("phi"), phi, "phi");
    }

    [GoldenTheory("kernel_shap")]
    [MemberData(nameof(GoldenFiles.Cases), "kernel_shap", "partial", MemberType = typeof(GoldenFiles))]
    public void SomeCoalitions(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("kernel_shap", file, "partial", index);
        double[][] masks = golden.Matrix("masks");
        double[] weights = golden.Vector("kernel_weights"), means = golden.Vector("coalition_means");
        int players = masks[0].Length;
        double empty = golden.Number("base_value"), full = golden.Number("full_value");
        CoalitionSet coalitions = new(players);
        double[] gains = new double[masks.Length];
        for (int row = 0; row < masks.Length; row++)
        {
            ulong[] bits = new ulong[coalitions.Words];
            for (int player = 0; player < players; player++)
            {
                if (masks[row][player] == 1)
                    CoalitionSet.Include(bits, player);
            }

            int at = coalitions.FindOrAdd(bits);
            coalitions.Weights[at] += weights[row];
            gains[at] = means[row] - empty;
        }

        double[] phi = new double[players];
        using (CoalitionFit fit = new(coalitions, gains.AsSpan(0, coalitions.Count), full - empty, Enumerable.Range(0, players).ToArray()))
        {
            Assert.True(fit.IsDetermined);
            fit.Shapley(phi);
        }

        root.Tolerance().Check(golden.Vector("expected_phi"), phi, "phi");
    }

    [GoldenTheory("kernel_shap")]
    [MemberData(nameof(GoldenFiles.Cases), "kernel_shap", "plans", MemberType = typeof(GoldenFiles))]
    public void Plans(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("kernel_shap", file, "plans", index);
        Tolerance tolerance = root.Tolerance();
        CoalitionPlan plan = new(golden.GetProperty("features").GetInt32(), golden.GetProperty("budget").GetInt32());
        JsonElement expected = golden.GetProperty("expected");
        tolerance.Check(expected.Vector("size_weights"), plan.SizeWeights, "size weights");
        JsonElement[] complete = [.. expected.GetProperty("fully_enumerated").EnumerateArray()];
        Assert.Equal(complete.Length, plan.CompleteSizes);
        foreach (JsonElement size in complete)
        {
            int of = size.GetProperty("size").GetInt32();
            Assert.Equal(size.GetProperty("coalitions").GetInt32(), plan.Count(of));
            tolerance.Check(size.Number("weight_each"), plan.WeightEach(of), "weight");
        }

        Assert.Equal(expected.GetProperty("left_for_random").GetInt32(), plan.Left);
        tolerance.Check(expected.Number("weight_left"), plan.WeightLeft, "weight left");
    }
}
