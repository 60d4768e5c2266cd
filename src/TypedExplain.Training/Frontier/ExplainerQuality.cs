using TypedExplain.Numerics;

namespace TypedExplain.Training;

/// <summary>PF, NF and S of an explainer, over rows and a few neighbors of each.</summary>
internal static class ExplainerQuality
{
    public static FrontierQuality Of<T>(IExplainer<T> explainer, IModel<T> model, Dataset<T> test, FeatureStatistics<T> statistics, int neighbors, double radius, int seed, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        int columns = T.Schema.Columns;
        T[] around = new T[test.Count * neighbors];
        double[] rows = new double[neighbors * columns];
        for (int row = 0; row < test.Count; row++)
        {
            RandomStream stream = new RandomStream(seed, "evaluation").For(test.Encoded[row]);
            TrainingNeighbors.Sample(test.Encoded[row], statistics, radius, isRelaxed: false, null, stream, rows);
            for (int i = 0; i < neighbors; i++)
                around[(row * neighbors) + i] = T.Decode(rows.AsSpan(i * columns, columns));
        }

        IReadOnlyList<Explanation<T>> own = explainer.ExplainMany(model, test.Rows, cancellation: cancellation);
        IReadOnlyList<Explanation<T>> others = explainer.ExplainMany(model, around, cancellation: cancellation);
        double point = 0, neighborhood = 0, stability = 0;
        for (int row = 0; row < own.Count; row++)
        {
            point += Square(own[row].LocalPrediction - own[row].Prediction);
            for (int i = row * neighbors; i < (row + 1) * neighbors; i++)
            {
                neighborhood += Square(own[row].Predict(around[i]) - others[i].Prediction);
                stability += Distance(own[row], others[i], statistics);
            }
        }

        return new(point / own.Count, neighborhood / others.Count, stability / others.Count);
    }

    private static double Distance<T>(Explanation<T> left, Explanation<T> right, FeatureStatistics<T> statistics)
        where T : IFeatureRecord<T>
    {
        double sum = Square(AtTheMean(left, statistics) - AtTheMean(right, statistics));
        for (int j = 0; j < T.Schema.Features.Length; j++)
            sum += Square(left.Standardized.AsSpan()[j] - right.Standardized.AsSpan()[j]);
        return sum;
    }

    /// <summary>The constant that belongs to standardised coefficients.</summary>
    private static double AtTheMean<T>(Explanation<T> explanation, FeatureStatistics<T> statistics)
        where T : IFeatureRecord<T> => explanation.Intercept + VectorOps.Dot(explanation.Attribution.AsSpan(), statistics.Origin.AsSpan());

    private static double Square(double value) => value * value;
}
