using TypedExplain.Schema;

namespace TypedExplain.Data;

/// <summary>Statistics of numbers on a circle.</summary>
internal static class Circle
{
    /// <summary>
    /// The point of least mean squared distance, the short way round, and the root of that. Cut open anywhere, the circle
    /// is a line with a mean; the point belongs to the cut before one of the numbers that leaves the least spread.
    /// </summary>
    public static (double Mean, double Deviation) Spread(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, Axis axis)
    {
        double period = axis.Range.Maximum - axis.Range.Minimum;
        double[] sorted = values.ToArray(), shares = weights.ToArray();
        Array.Sort(sorted, shares);
        double sum = 0, squares = 0, total = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            sum += shares[i] * sorted[i];
            squares += shares[i] * sorted[i] * sorted[i];
            total += shares[i];
        }

        (double mean, double variance) = (sum / total, double.PositiveInfinity);
        for (int cut = 0; cut < sorted.Length; cut++)
        {
            double center = sum / total, spread = (squares / total) - (center * center);
            if (spread < variance)
                (mean, variance) = (center, spread);

            // The first of the line goes once round, to its end.
            sum += shares[cut] * period;
            squares += shares[cut] * ((2 * sorted[cut] * period) + (period * period));
        }

        double around = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double off = axis.Turn(mean, values[i]);
            around += weights[i] * (off * off);
        }

        double turns = (mean - axis.Range.Minimum) / period;
        double inside = axis.Range.Minimum + ((turns - Math.Floor(turns)) * period);
        return (inside, sorted[0] == sorted[^1] ? 0 : Math.Sqrt(around / total));
    }
}
