using System.Collections.Immutable;

namespace TypedExplain.Tests.Runs;

/// <summary>Answers on another thread, some time later.</summary>
internal sealed class LateModel<T>(IModel<T> model) : IAsyncModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => model.Outputs;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public async ValueTask ScoreAsync(RowBatch<T> rows, Memory<double> scores, CancellationToken cancellation)
    {
        await Task.Yield();
        model.Score(rows.Rows, scores.Span, cancellation);
    }
}
