namespace TypedExplain.Surrogates.Local;

/// <summary>
/// MeLIME's model of texts: how the output changes when a position's word is replaced, by mean, median and standard
/// deviation (÷ n), each kind divided by its largest magnitude.
/// </summary>
internal static class BasicStatistics
{
    /// <summary>The statistics of every position.</summary>
    /// <param name="positions">For each sample the position that was replaced, from 0.</param>
    /// <param name="predictions">For each sample the model's answer.</param>
    /// <param name="ofInstance">The model's answer for the text itself.</param>
    /// <param name="count">How many positions there are; 0 is said of those that no sample replaced.</param>
    public static (double[] Mean, double[] Median, double[] Deviation) Of(ReadOnlySpan<int> positions, ReadOnlySpan<double> predictions, double ofInstance, int count)
    {
        double[] means = new double[count], medians = new double[count], deviations = new double[count];
        List<double> changes = [];
        for (int position = 0; position < count; position++)
        {
            changes.Clear();
            for (int i = 0; i < positions.Length; i++)
            {
                if (positions[i] == position)
                    changes.Add(predictions[i] - ofInstance);
            }

            if (changes.Count == 0)
                continue;
            changes.Sort();
            double sum = 0, squares = 0;
            foreach (double change in changes)
                sum += change;
            double mean = sum / changes.Count;
            foreach (double change in changes)
                squares += (change - mean) * (change - mean);
            means[position] = mean;
            medians[position] = (changes[(changes.Count - 1) / 2] + changes[changes.Count / 2]) / 2;
            deviations[position] = Math.Sqrt(squares / changes.Count);
        }

        Scale(means);
        Scale(medians);
        Scale(deviations);
        return (means, medians, deviations);
    }

    private static void Scale(double[] values)
    {
        double largest = 0;
        foreach (double value in values)
            largest = Math.Max(largest, Math.Abs(value));
        for (int i = 0; largest > 0 && i < values.Length; i++)
            values[i] /= largest;
    }
}
