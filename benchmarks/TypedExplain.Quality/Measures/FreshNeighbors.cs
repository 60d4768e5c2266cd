using TypedExplain.Quality.Methods;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Measures;

/// <summary>Neighbors of instances that no explanation was fitted to, with the model's answers.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FreshNeighbors<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How far they lie, in standard deviations.</summary>
    public static readonly double[] Radii = [1, 0.3];

    private readonly T[][] _records;
    private readonly double[][] _answers;

    public FreshNeighbors(QualitySet<T> set, Dataset<T> asked, double radius, int count)
    {
        Radius = radius;
        GaussianNeighborhood<T> around = MethodList.Around(set, count + 1, SamplingDesign.Independent, radius);
        RandomStream stream = new(Settings.LimitSeed, "fresh");
        (_records, _answers) = (new T[asked.Count][], new double[asked.Count][]);
        for (int row = 0; row < asked.Count; row++)
        {
            double[] drawn = new double[count * T.Schema.Columns];
            around.Sample(asked.Encoded[row], stream.For(asked.Encoded[row]), drawn);
            _answers[row] = new double[count];
            set.Model.Score(new EncodedRows<T>(drawn), _answers[row]);
            _records[row] = [.. Enumerable.Range(0, count).Select(i => T.Decode(drawn.AsSpan(i * T.Schema.Columns, T.Schema.Columns)))];
        }
    }

    public double Radius { get; }

    /// <summary>The mean distance of a surrogate from the model.</summary>
    public double Infidelity(int row, Explanation<T> explanation) =>
        _records[row].Select((record, i) => Math.Abs(_answers[row][i] - explanation.Predict(record))).Average();
}
