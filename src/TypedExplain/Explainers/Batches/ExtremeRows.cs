using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>The neighbors with the highest and the lowest answers so far; of equal answers the earlier one stays.</summary>
internal sealed class ExtremeRows<T>
    where T : IFeatureRecord<T>
{
    private const int Kept = 5;

    private readonly List<(double[] Row, double Answer)> _highest = [];
    private readonly List<(double[] Row, double Answer)> _lowest = [];

    /// <summary>Looks at the neighbors of a batch.</summary>
    /// <param name="neighbors">The encoded neighbors.</param>
    /// <param name="samples">The same, scored, after the instance.</param>
    public void Add(ReadOnlySpan<double> neighbors, in ScoredNeighborhood<T> samples)
    {
        int columns = samples.Instance.Length;
        for (int i = 1; i < samples.Samples; i++)
        {
            double answer = samples.Table[(i * samples.Stride) + samples.Features] + samples.Prediction;
            ReadOnlySpan<double> row = neighbors.Slice((i - 1) * columns, columns);
            Offer(_highest, row, answer, sign: 1);
            Offer(_lowest, row, answer, sign: -1);
        }
    }

    /// <summary>What was found, as records.</summary>
    public NeighborExamples<T> Examples() => new(Records(_highest), Records(_lowest));

    private static void Offer(List<(double[] Row, double Answer)> kept, ReadOnlySpan<double> row, double answer, int sign)
    {
        if (kept.Count == Kept && sign * answer <= sign * kept[^1].Answer)
            return;
        int at = 0;
        for (; at < kept.Count && sign * kept[at].Answer >= sign * answer; at++)
        {
            if (kept[at].Row.AsSpan().SequenceEqual(row))
                return;
        }

        kept.Insert(at, (row.ToArray(), answer));
        if (kept.Count > Kept)
            kept.RemoveAt(Kept);
    }

    private static ImmutableArray<ScoredRecord<T>> Records(List<(double[] Row, double Answer)> kept) =>
        [.. kept.Select(extreme => new ScoredRecord<T>(T.Decode(extreme.Row), extreme.Answer))];
}
