using System.Collections.Immutable;
using TypedExplain.Models;

namespace TypedExplain.Orleans.Budgets;

/// <summary>A model that is asked within the budget of a cluster. What reads a model's trees or coefficients still does.</summary>
internal sealed class ClusterBudgetModel<T>(IModel<T> model, BudgetShare budget) : IModel<T>, IAsyncModel<T>, IWrappingModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => model.Outputs;

    public IModel<T> Inner => model;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public void Score(EncodedRows<T> rows, Span<double> scores) => Score(rows, scores, CancellationToken.None);

    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation)
    {
        int count = rows.Count;

        // On a thread of the pool, so that nothing waits for the turn of a grain that this one may be in.
        TimeSpan wait = Task.Run(() => budget.TakeAsync(count, cancellation).AsTask(), cancellation).GetAwaiter().GetResult();
        if (wait > TimeSpan.Zero && cancellation.WaitHandle.WaitOne(wait))
            cancellation.ThrowIfCancellationRequested();
        model.Score(rows, scores, cancellation);
    }

    public async ValueTask ScoreAsync(RowBatch<T> rows, Memory<double> scores, CancellationToken cancellation)
    {
        TimeSpan wait = await budget.TakeAsync(rows.Count, cancellation).ConfigureAwait(false);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellation).ConfigureAwait(false);
        model.Score(rows.Rows, scores.Span, cancellation);
    }
}
