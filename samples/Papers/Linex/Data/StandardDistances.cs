namespace Papers;

/// <summary>
/// A neighborhood that is fitted by other statistics, but whose samples are weighed by the kernel of their distance in
/// standard deviations; for records of plain numbers.
/// </summary>
public sealed class StandardDistances<T>(INeighborhood<T> inner, FeatureStatistics<T> statistics, IKernel kernel) : Remeasured<T>(inner, statistics), IWeightedNeighborhood<T>
    where T : IFeatureRecord<T>
{
    private readonly FeatureStatistics<T> _standard = inner.Statistics;

    /// <inheritdoc/>
    public void Weigh(ReadOnlySpan<double> instance, RandomStream stream, Span<double> weights)
    {
        int columns = instance.Length;
        double[] rows = new double[weights.Length * columns];
        instance.CopyTo(rows);
        Sample(instance, stream, rows.AsSpan(columns));
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = 0;
            foreach (Feature<T> feature in FeatureSchema.Of<T>().Features)
            {
                double off = (rows[(row * columns) + feature.Column] - instance[feature.Column]) / _standard.Deviation[feature];
                weights[row] += off * off;
            }
        }

        kernel.Weigh(weights, columns);
    }
}
