using System.Collections.Immutable;
using System.Diagnostics;

namespace TypedExplain.Tasks;

/// <summary>A model that tells how long it took and how many rows it was asked about.</summary>
public sealed class BlackBox<T>(IModel<T> model, Clock clock) : IModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => model.Outputs;

    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        long from = Stopwatch.GetTimestamp();
        model.Score(rows, scores);
        clock.Add(Stopwatch.GetTimestamp() - from, rows.Count);
    }
}
