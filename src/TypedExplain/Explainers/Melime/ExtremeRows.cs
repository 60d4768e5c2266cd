using TypedExplain.Neighborhoods.Samples;

namespace TypedExplain.Explainers.Melime;

/// <summary>The neighbors with the highest and the lowest answers so far; of equal answers the earlier one stays.</summary>
internal sealed class ExtremeRows<T>
    where T : IFeatureRecord<T>
{
    private const int Kept = 5;

    private readonly List<Extreme> _highest = [];
    private readonly List<Extreme> _lowest = [];

    /// <summary>Looks at the neighbors of a batch.</summary>
    /// <param name="samples">The neighbors, scored, after the instance.</param>
    public void Add(SampleTable<T> samples)
    {
        for (int sample = 1; sample < samples.Samples; sample++)
        {
            Offer(_highest, samples, sample, sign: 1);
            Offer(_lowest, samples, sample, sign: -1);
        }
    }

    /// <summary>What was found, as records.</summary>
    public NeighborExamples<T> Examples() => new([.. _highest.Select(extreme => extreme.Record)], [.. _lowest.Select(extreme => extreme.Record)]);

    private static void Offer(List<Extreme> kept, SampleTable<T> samples, int sample, int sign)
    {
        ReadOnlySpan<double> values = samples.Table.Slice(sample * samples.Stride, samples.Features + 1);
        double answer = samples.Answer(sample);
        if (kept.Count == Kept && sign * answer <= sign * kept[^1].Record.Prediction)
            return;

        // What a row of columns does not tell, the numbers of its texts and images do.
        ReadOnlySpan<double> columns = samples.Asked.Rows[sample];
        ReadOnlySpan<double> parts = values[T.Schema.Features.Length..^1];
        int at = 0;
        for (; at < kept.Count && sign * kept[at].Record.Prediction >= sign * answer; at++)
        {
            if (kept[at].Columns.AsSpan().SequenceEqual(columns) && kept[at].Parts.AsSpan().SequenceEqual(parts))
                return;
        }

        kept.Insert(at, new(columns.ToArray(), parts.ToArray(), new(samples.Record(sample, columns), answer)));
        if (kept.Count > Kept)
            kept.RemoveAt(Kept);
    }

    private sealed record Extreme(double[] Columns, double[] Parts, ScoredRecord<T> Record);
}
