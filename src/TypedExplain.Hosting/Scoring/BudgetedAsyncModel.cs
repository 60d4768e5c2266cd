using System.Collections.Immutable;

namespace TypedExplain.Hosting.Scoring;

/// <summary>A model that is awaited, asked within a budget that all questions share.</summary>
internal sealed class BudgetedAsyncModel<T>(IAsyncModel<T> model, QueryBudget budget) : IAsyncModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => model.Outputs;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public async ValueTask ScoreAsync(RowBatch<T> rows, Memory<double> scores, CancellationToken cancellation)
    {
        TimeSpan wait = budget.Reserve(rows.Count);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellation).ConfigureAwait(false);
        await model.ScoreAsync(rows, scores, cancellation).ConfigureAwait(false);
    }
}
