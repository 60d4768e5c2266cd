using System.Collections.Immutable;

namespace OwnTrainer;

/// <summary>
/// A model that the library knows nothing of: Σ a_k · exp(−|x − c_k|²/2), bumps of fixed places and heights to be learned. All
/// that a regularizer needs of it is its answers, and a way to carry their gradient to the heights.
/// </summary>
public sealed class Bumps(Dataset<Flat> places, FeatureStatistics<Flat> statistics) : IModel<Flat>
{
    private readonly double[] _heights = new double[places.Count];

    public ImmutableArray<string> Outputs => ["rent"];

    public void Score(EncodedRows<Flat> rows, Span<double> scores)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            scores[row] = 0;
            for (int bump = 0; bump < _heights.Length; bump++)
                scores[row] += _heights[bump] * Nearness(rows[row], bump);
        }
    }

    /// <summary>Moves the heights down the gradient of a loss, given how that changes with each row's answer.</summary>
    public void Descend(EncodedRows<Flat> rows, ReadOnlySpan<double> gradient, double rate)
    {
        for (int bump = 0; bump < _heights.Length; bump++)
        {
            for (int row = 0; row < rows.Count; row++)
                _heights[bump] -= rate * gradient[row] * Nearness(rows[row], bump);
        }
    }

    private double Nearness(ReadOnlySpan<double> row, int bump)
    {
        ReadOnlySpan<double> place = places.Encoded[bump];
        double squares = 0;
        foreach (Feature<Flat> feature in FeatureSchema.Of<Flat>().Features)
        {
            for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
            {
                double off = (row[column] - place[column]) / statistics.Deviation[feature];
                squares += off * off;
            }
        }

        return Math.Exp(-squares / 2);
    }
}
