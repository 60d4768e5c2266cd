namespace TypedExplain;

/// <summary>Statistics of numbers on a circle.</summary>
internal static class Circle
{
    /// <summary>
    /// The point of least mean squared distance, the short way round, and the root of that. Cut open anywhere, the circle
    /// is a line with a mean; the point belongs to the cut before one of the numbers that leaves the least spread.
    /// </summary>
    public static (double Mean, double Deviation) Spread(double[] values, Axis axis)
    {
        double period = axis.Range.Maximum - axis.Range.Minimum;
        double[] sorted = [.. values.Order()];
        int count = sorted.Length;
        double sum = sorted.Sum(), squares = sorted.Sum(value => value * value);
        (double mean, double variance) = (sum / count, double.PositiveInfinity);
        for (int cut = 0; cut < count; cut++)
        {
            double center = sum / count, spread = (squares / count) - (center * center);
            if (spread < variance)
                (mean, variance) = (center, spread);

            // The first of the line goes once round, to its end.
            double value = sorted[cut];
            sum += period;
            squares += (2 * value * period) + (period * period);
        }

        double around = 0;
        foreach (double value in values)
        {
            double off = axis.Turn(mean, value);
            around += off * off;
        }

        double turns = (mean - axis.Range.Minimum) / period;
        double inside = axis.Range.Minimum + ((turns - Math.Floor(turns)) * period);
        return (inside, sorted[0] == sorted[^1] ? 0 : Math.Sqrt(around / count));
    }
}
