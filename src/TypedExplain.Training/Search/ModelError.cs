using TypedExplain.Training.Gradients;

namespace TypedExplain.Training.Search;

/// <summary>How wrong a perceptron is: mean squared error in standard deviations of the training target, or the share of wrong classes.</summary>
internal static class ModelError
{
    public static double Of<T>(Mlp<T> model, Dataset<T> data)
        where T : IFeatureRecord<T>
    {
        int outputs = model.Outputs.Length;
        double[] scores = new double[data.Count * outputs];
        model.Score(data.Encoded, scores);
        ReadOnlySpan<double> targets = data.Target!.Values.AsSpan();
        double sum = 0;
        for (int row = 0; row < data.Count; row++)
        {
            double off = (scores[row * outputs] - targets[row]) / model.TargetDeviation;
            sum += data.Target.IsClass ? (ArgMax.Of<double>(scores.AsSpan(row * outputs, outputs)) == targets[row] ? 0 : 1) : off * off;
        }

        return sum / data.Count;
    }
}
