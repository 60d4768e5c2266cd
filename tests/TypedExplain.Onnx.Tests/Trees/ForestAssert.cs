using TypedExplain.Onnx.Forests;
using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>Compares forests of files with ONNX Runtime.</summary>
internal static class ForestAssert
{
    /// <summary>Numbers on and around every threshold of the tests.</summary>
    public static double[] Numbers { get; } = [-1e9, -3, -1, -0.5, -1e-50, 0, 1e-50, 0.05, 0.1, 0.5, 0.50000001, 0.9, 1, 1.5, 2, 2.5, 3, 40_000.25, 1e9];

    public static Dataset<Two> Pairs { get; } = new(Numbers.SelectMany(a => Numbers.Select(b => new Two(a, b))));

    /// <summary>The forest of a file, after its sums were found to be those that the runtime answers, or makes its answers of.</summary>
    public static Forest<T> IsTheModel<T>(byte[] file, Dataset<T> rows, AnswerTransform transform = AnswerTransform.None, OnnxOptions<T>? options = null)
        where T : IFeatureRecord<T>
    {
        Forest<T> forest = OnnxForest.Load(file, rows, options);
        using OnnxModel<T> model = OnnxModel<T>.Load(file, options);
        double[] own = Scores(forest, rows), theirs = Scores(model, rows);
        int width = forest.Outputs.Length, asked = model.Outputs.Length;
        for (int row = 0; row < rows.Count; row++)
        {
            Span<double> sums = own.AsSpan(row * width, width);
            ForestCheck.Transform(transform, sums);
            for (int output = 0; output < width; output++)
                Assert.Equal(theirs[((row + 1) * asked) - width + output], sums[output], 1e-5 * Math.Max(1, Math.Abs(sums[output])));
        }

        return forest;
    }

    /// <summary>What loading says.</summary>
    public static string Refusal<T>(byte[] file, Dataset<T> rows, OnnxOptions<T>? options = null)
        where T : IFeatureRecord<T> => Assert.Throws<InvalidModelException>(() => OnnxForest.Load(file, rows, options)).Message;

    public static double[] Scores<T>(IModel<T> model, Dataset<T> rows)
        where T : IFeatureRecord<T>
    {
        double[] scores = new double[rows.Count * model.Outputs.Length];
        model.Score(rows.Encoded, scores);
        return scores;
    }
}
