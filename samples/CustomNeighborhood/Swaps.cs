namespace CustomNeighborhood;

/// <summary>A neighborhood of one's own: every neighbor is the house with some features of another real one.</summary>
public sealed record Swaps(Dataset<House> Background) : INeighborhood<House>
{
    public int Samples { get; init; } = 400;

    // What a standard deviation is, in which distances are measured and effects compared.
    public FeatureStatistics<House> Statistics => Background.Statistics;

    // All random numbers come from the stream: the same seed and house give the same neighbors.
    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors)
    {
        int columns = instance.Length;
        RandomStream coins = stream.For(1);
        for (int row = 0; row < neighbors.Length / columns; row++)
        {
            Span<double> neighbor = neighbors.Slice(row * columns, columns);
            ReadOnlySpan<double> other = Background.Encoded[stream.Choose(row, Background.Count)];
            instance.CopyTo(neighbor);
            foreach (Feature<House> feature in FeatureSchema.Of<House>().Features)
            {
                if (coins.For(feature.Index).Choose(row, 2) == 1)
                    other.Slice(feature.Column, feature.ColumnCount).CopyTo(neighbor[feature.Column..]);
            }
        }
    }
}
