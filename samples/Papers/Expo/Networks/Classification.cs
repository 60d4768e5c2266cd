namespace Papers.Expo;

/// <summary>How often models of classes are right.</summary>
public static class Classification
{
    /// <summary>The share of rows whose largest score is that of their class.</summary>
    public static double Accuracy<T>(IModel<T> model, Dataset<T> rows)
        where T : IFeatureRecord<T>
    {
        int classes = model.Outputs.Length, right = 0;
        double[] scores = new double[rows.Count * classes];
        model.Score(rows.Encoded, scores);
        for (int row = 0; row < rows.Count; row++)
        {
            double[] own = scores[(row * classes)..((row + 1) * classes)];
            right += model.Outputs[Array.IndexOf(own, own.Max())] == rows.Target!.Classes[(int)rows.Target.Values[row]] ? 1 : 0;
        }

        return (double)right / rows.Count;
    }
}
