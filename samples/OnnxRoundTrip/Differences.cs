namespace OnnxRoundTrip;

/// <summary>How far two models differ.</summary>
public static class Differences
{
    /// <summary>The largest difference of any output for any row.</summary>
    public static double Largest<T>(IModel<T> first, IModel<T> second, Dataset<T> data)
        where T : IFeatureRecord<T>
    {
        double[] one = new double[data.Count * first.Outputs.Length], other = new double[one.Length];
        first.Score(data.Encoded, one);
        second.Score(data.Encoded, other);
        return one.Zip(other, (a, b) => Math.Abs(a - b)).Max();
    }
}
