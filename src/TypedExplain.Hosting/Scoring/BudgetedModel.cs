using System.Collections.Immutable;
using TypedExplain.Models;

namespace TypedExplain.Hosting.Scoring;

/// <summary>A model that is asked within a budget that all questions share. What reads a model's trees or coefficients still does.</summary>
internal sealed class BudgetedModel<T>(IModel<T> model, QueryBudget budget) : IModel<T>, IAsyncModel<T>, IWrappingModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => model.Outputs;

    public IModel<T> Inner => model;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public void Score(EncodedRows<T> rows, Span<double> scores) => Score(rows, scores, CancellationToken.None);

    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation)
    {
        TimeSpan wait = budget.Reserve(rows.Count);
        if (wait > TimeSpan.Zero && cancellation.WaitHandle.WaitOne(wait))
            cancellation.ThrowIfCancellationRequested();
        model.Score(rows, scores, cancellation);
    }

    public async ValueTask ScoreAsync(RowBatch<T> rows, Memory<double> scores, CancellationToken cancellation)
    {
        TimeSpan wait = budget.Reserve(rows.Count);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellation).ConfigureAwait(false);
        model.Score(rows.Rows, scores.Span, cancellation);
    }
}
