using TypedExplain.Training.Tests.Regularizers;

namespace TypedExplain.Onnx.Tests.Export;

/// <summary>Data to train on for any schema, and how alike two models answer.</summary>
internal static class Trained
{
    private const double Close = 1e-5;

    public static Dataset<T> Data<T>(int classes)
        where T : IFeatureRecord<T>
    {
        Dataset<T> rows = ZooData.Of<T>(60);
        return classes == 0
            ? rows.WithTarget(Enumerable.Range(0, rows.Count).Select(row => 3.0 + (row * 7 % 11)))
            : rows.WithLabels(Enumerable.Range(0, rows.Count).Select(row => (Grade3)(row % classes)));
    }

    public static void AssertAlike<T>(IModel<T> expected, IModel<T> own, Dataset<T> data)
        where T : IFeatureRecord<T>
    {
        Assert.Equal(expected.Outputs.AsEnumerable(), own.Outputs);
        double[] first = new double[data.Count * own.Outputs.Length], second = new double[first.Length];
        expected.Score(data.Encoded, first);
        own.Score(data.Encoded, second);
        for (int i = 0; i < first.Length; i++)
            Assert.Equal(first[i], second[i], Close * Math.Max(1, Math.Abs(first[i])));
    }

    private enum Grade3
    {
        Low,
        Middle,
        High,
    }
}
