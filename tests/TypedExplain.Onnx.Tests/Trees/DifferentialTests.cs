using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Forests;
using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>Random valid ensembles score as ONNX Runtime scores them, on and beside every threshold, or are refused by name.</summary>
public class DifferentialTests
{
    // More by TYPEDEXPLAIN_ENSEMBLES, which eng/fuzz.sh sets.
    private static readonly int s_count = int.TryParse(Environment.GetEnvironmentVariable("TYPEDEXPLAIN_ENSEMBLES"), out int count) ? count : 500;

    private static readonly double[] s_thresholds = [-3, -0.5, 0, 0.05f, 0.1f, 0.5, 0.9f, 1, 1.5, 2, 2.5, 40_000.25];

    [Fact]
    public void Forests_are_the_models_that_they_were_read_from()
    {
        int same = 0;
        List<string> refused = [], wrong = [];
        for (int seed = 0; seed < s_count; seed++)
        {
            RandomEnsemble ensemble = new(seed, s_thresholds);
            byte[] file = ensemble.ToArray();
            try
            {
                using OnnxModel<Two> model = OnnxModel<Two>.Load(file, new() { Output = "scores" });
                Forest<Two> forest = OnnxForest.Load(file, ForestAssert.Pairs, new() { Output = "scores" });
                if (Difference(forest, Transform(forest), model) is { } difference)
                    wrong.Add($"{ensemble.Description}: {difference}");
                else
                    same++;
            }
            catch (InvalidModelException error)
            {
                (error.Message.Contains("are not the model") ? wrong : refused).Add($"{ensemble.Description}: {error.Message}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(20)));
        Console.WriteLine($"Of {s_count} random ensembles {same} score as ONNX Runtime scores them, {refused.Count} are refused by name, {wrong.Count} differ.");

        // What is refused has a base value for an output that some leaves do not answer for.
        Assert.True(same >= 0.8 * s_count, $"{same} of {s_count} were read; refused were\n{string.Join("\n", refused.Take(20))}");
    }

    private static AnswerTransform Transform(Forest<Two> forest) =>
        forest.Outputs[0].StartsWith("log-odds of ") ? AnswerTransform.Logistic : forest.Outputs[0].StartsWith("sum below softmax of ") ? AnswerTransform.Softmax : AnswerTransform.None;

    private static string? Difference(Forest<Two> forest, AnswerTransform transform, OnnxModel<Two> model)
    {
        Dataset<Two> rows = ForestAssert.Pairs;
        double[] own = ForestAssert.Scores(forest, rows), theirs = ForestAssert.Scores(model, rows);
        int width = forest.Outputs.Length, asked = model.Outputs.Length;
        if (width != asked && !(width == 1 && asked == 2))
            return $"{width} outputs instead of {asked}";
        for (int row = 0; row < rows.Count; row++)
        {
            Span<double> sums = own.AsSpan(row * width, width);
            ForestCheck.Transform(transform, sums);
            for (int output = 0; output < width; output++)
            {
                double right = theirs[((row + 1) * asked) - width + output];
                if (!(Math.Abs(right - sums[output]) <= 1e-5 * Math.Max(1, Math.Abs(right))))
                    return $"{rows[row]} has {sums[output]} instead of {right}";
            }
        }

        return null;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Targets_that_no_leaf_speaks_of_stay_0(int targets)
    {
        // Written as an INT attribute, as exporters write it.
        GraphWriter graph = new();
        graph.Trees("TreeEnsembleRegressor", graph.Input("x", OnnxTensor.SingleType, 2), ["y"],
        [
            Attributes.Integers("nodes_treeids", [0]), Attributes.Integers("nodes_nodeids", [0]), Attributes.Integers("nodes_featureids", [0]),
            Attributes.Integers("nodes_truenodeids", [0]), Attributes.Integers("nodes_falsenodeids", [0]), Attributes.Texts("nodes_modes", ["LEAF"]),
            ForestFile.Singles("nodes_values", [0]), Attributes.Integers("target_treeids", [0]), Attributes.Integers("target_nodeids", [0]),
            Attributes.Integers("target_ids", [0]), ForestFile.Singles("target_weights", [0.5]), Attributes.Integer("n_targets", targets),
        ]);
        graph.Output("y", OnnxTensor.SingleType, targets);
        Forest<Two> forest = ForestAssert.IsTheModel(graph.ToArray(), ForestAssert.Pairs);

        Assert.Equal(targets, forest.Outputs.Length);
        Assert.Equal([0.5, .. new double[targets - 1]], ForestAssert.Scores(forest, new Dataset<Two>([new(1, 1)])));
    }
}
