using System.Collections.Immutable;

namespace TypedExplain.Orleans.Budgets;

/// <summary>A model that is awaited, asked within the budget of a cluster.</summary>
internal sealed class ClusterBudgetAsyncModel<T>(IAsyncModel<T> model, BudgetShare budget) : IAsyncModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => model.Outputs;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public async ValueTask ScoreAsync(RowBatch<T> rows, Memory<double> scores, CancellationToken cancellation)
    {
        TimeSpan wait = await budget.TakeAsync(rows.Count, cancellation).ConfigureAwait(false);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellation).ConfigureAwait(false);
        await model.ScoreAsync(rows, scores, cancellation).ConfigureAwait(false);
    }
}
