using System.Collections.Immutable;
using TypedExplain.Models.Runs;

namespace TypedExplain.Hosting.Scoring;

/// <summary>
/// A model that is awaited and asked about the rows of several questions in one batch: what comes while a batch is being scored waits
/// for the next one. A row's answer does not depend on the batch, so results have the same bits.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="mostRows">How many rows are joined at most; a single question may have more.</param>
internal sealed class JoiningModel<T>(IAsyncModel<T> model, int mostRows) : IAsyncModel<T>
    where T : IFeatureRecord<T>
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private bool _isScoring;

    public ImmutableArray<string> Outputs => model.Outputs;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public async ValueTask ScoreAsync(RowBatch<T> rows, Memory<double> scores, CancellationToken cancellation)
    {
        Waiting own = new(new RowBatch<T>(model, rows.Values, rows.Source, scores), cancellation);
        lock (_lock)
        {
            _waiting.Enqueue(own);
            if (!_isScoring)
            {
                _isScoring = true;
                _ = Task.Run(ScoreAllAsync, CancellationToken.None);
            }
        }

        // The rows are the model's until it is done with them, so nobody leaves before.
        await own.Done.Task.ConfigureAwait(false);
        _ = own.Batch.Scores;
    }

    private async Task ScoreAllAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                await JoinedBatch.AskAsync([.. batch.Select(waiting => waiting.Batch)], model, CancellationToken.None).ConfigureAwait(false);
                batch.ForEach(waiting => waiting.Done.TrySetResult());
            }
            catch (Exception error)
            {
                // Each of those who wait learns it; this loop goes on for the others.
                batch.ForEach(waiting => waiting.Done.TrySetException(error));
            }
        }
    }

    /// <summary>Those that are joined next, without whom nobody waits for; none where nobody waits.</summary>
    private List<Waiting> Next()
    {
        List<Waiting> batch = [];
        int rows = 0;
        lock (_lock)
        {
            while (_waiting.TryPeek(out Waiting? next) && (rows == 0 || rows + next.Batch.Count <= mostRows))
            {
                _waiting.Dequeue();
                if (next.Cancellation.IsCancellationRequested)
                {
                    next.Done.TrySetCanceled(next.Cancellation);
                    continue;
                }

                batch.Add(next);
                rows += next.Batch.Count;
            }

            _isScoring = batch.Count > 0;
        }

        return batch;
    }

    private sealed class Waiting(RowBatch<T> batch, CancellationToken cancellation)
    {
        public RowBatch<T> Batch => batch;

        public CancellationToken Cancellation => cancellation;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
