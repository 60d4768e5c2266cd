namespace TypedExplain;

/// <summary>Samples around an instance, scored and weighed. All is measured from the instance, which is the first row.</summary>
public readonly ref struct LocalBatch
{
    internal LocalBatch(ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> weights, int features, double origin)
    {
        Table = table;
        Stride = stride;
        Weights = weights;
        Features = features;
        Origin = origin;
    }

    /// <summary>How many samples there are.</summary>
    public int Count => Weights.Length;

    /// <summary>Number of interpretable features d.</summary>
    public int Features { get; }

    /// <summary>One weight per sample, 0 or more.</summary>
    public ReadOnlySpan<double> Weights { get; }

    /// <summary>The model's answer for the instance, which has been taken off all responses; like them on the scale of the link.</summary>
    public double Origin { get; }

    /// <summary>Rows [x₁ … x_d, y, 1].</summary>
    internal ReadOnlySpan<double> Table { get; }

    /// <summary>Distance between rows of <see cref="Table"/>.</summary>
    internal int Stride { get; }

    /// <summary>A sample's interpretable values less the instance's: standard deviations, or −1 for another flag or category.</summary>
    /// <param name="sample">Its position, from 0.</param>
    public ReadOnlySpan<double> Values(int sample) => Table.Slice(sample * Stride, Features);

    /// <summary>The model's answer for a sample minus its answer for the instance, on the scale of the link.</summary>
    /// <param name="sample">Its position, from 0.</param>
    public double Response(int sample) => Table[(sample * Stride) + Features];
}
