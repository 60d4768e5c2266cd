using System.Collections.Immutable;

namespace TypedExplain.Models.Runs;

/// <summary>A model that is called, in the form of one that is awaited; its tasks have ended when they are handed out.</summary>
internal sealed class CalledModel<T>(IModel<T> model) : IAsyncModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => model.Outputs;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public ValueTask ScoreAsync(RowBatch<T> rows, Memory<double> scores, CancellationToken cancellation)
    {
        model.Score(rows.Rows, scores.Span, cancellation);
        return ValueTask.CompletedTask;
    }
}
