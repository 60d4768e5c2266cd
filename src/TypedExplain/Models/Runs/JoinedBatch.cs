using TypedExplain.Numerics;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Models.Runs;

/// <summary>Asks a model about the rows of several runs in one batch.</summary>
internal static class JoinedBatch
{
    /// <summary>Asks about all of them. Where a batch of all fails, each is asked about by itself, so that one run's row is not another's failure.</summary>
    /// <param name="wanted">What the runs want; all of it is answered, or failed, at the end.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task AskAsync<T>(IReadOnlyList<RowBatch<T>> wanted, IAsyncModel<T> model, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        if (wanted.Count == 1 || !await TryAskAllAsync(wanted, model, cancellation).ConfigureAwait(false))
        {
            foreach (RowBatch<T> batch in wanted)
            {
                cancellation.ThrowIfCancellationRequested();
                await batch.AskOfAsync(model, cancellation).ConfigureAwait(false);
            }
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private static async ValueTask<bool> TryAskAllAsync<T>(IReadOnlyList<RowBatch<T>> wanted, IAsyncModel<T> model, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        int rows = wanted.Sum(batch => batch.Count), outputs = model.Outputs.Length;
        using Pooled values = Pooled.Unset(rows * T.Schema.Columns), scores = Pooled.Unset(rows * outputs);
        int at = 0;
        foreach (RowBatch<T> batch in wanted)
        {
            batch.Values.CopyTo(values.Memory[at..]);
            at += batch.Values.Length;
        }

        RowBatch<T> all = new(model, values.Memory, new JoinedRecords<T>([.. wanted.Select(batch => batch.Source)]), scores.Memory);
        await all.AskOfAsync(model, cancellation).ConfigureAwait(false);
        if (all.HasFailed)
            return false;
        at = 0;
        foreach (RowBatch<T> batch in wanted)
        {
            batch.Answer(all.Scores.Slice(at, batch.Count * outputs));
            at += batch.Count * outputs;
        }

        return true;
    }
}
