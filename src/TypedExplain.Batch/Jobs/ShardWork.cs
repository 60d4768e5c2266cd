using TypedExplain.Batch.Faults;
using TypedExplain.Batch.Questions;

namespace TypedExplain.Batch.Jobs;

/// <summary>Works on one shard: reads, asks and writes, batch after batch; the next one is read and the last one written meanwhile.</summary>
/// <param name="job">The job.</param>
/// <param name="plan">Its plan.</param>
/// <param name="index">Position of the shard.</param>
/// <param name="table">The columns of the results.</param>
/// <param name="progress">Counts the rows.</param>
/// <param name="turn">Ends with true when the model is free for this shard, and with false when it never will be.</param>
internal sealed class ShardWork<T>(ExplanationJob<T> job, JobPlan plan, int index, ResultTable<T> table, ProgressSum progress, Task<bool> turn)
    where T : IFeatureRecord<T>
{
    // What waits for these must not run inside this shard's own work.
    private readonly TaskCompletionSource<bool> _read = new(TaskCreationOptions.RunContinuationsAsynchronously), _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SourceShard _shard = plan.Shards[index];
    private readonly ResultRows?[] _results = new ResultRows?[2];
    private readonly ShardFiles _files = new(job.Folder, plan, index);

    /// <summary>Ends with true when all rows are read, so that the next shard may be read, and with false when the work fails before.</summary>
    public Task<bool> Read => _read.Task;

    /// <summary>Ends with true when the model has answered about all rows, and with false when the work fails before.</summary>
    public Task<bool> Asked => _asked.Task;

    /// <summary>Finishes the shard.</summary>
    /// <param name="asking">Ends the asking, not the writing of what was asked.</param>
    /// <param name="cancellation">Ends both.</param>
    /// <exception cref="BatchException">The data are not as they must be, or the moment was not: see what it says.</exception>
    public async Task<ShardManifest> RunAsync(CancellationToken asking, CancellationToken cancellation)
    {
        Attempts? attempts = null;
        bool isFinished = false, isThere = false;
        try
        {
            attempts = new(job.Folder, _files.Name);
            ShardManifest manifest = await WorkAsync(attempts, asking, cancellation).ConfigureAwait(false);
            isFinished = isThere = true;
            return manifest;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another worker may have been faster, and have tidied up.
            if (_files.Finished(out _) is { } manifest)
            {
                isThere = true;
                return manifest;
            }

            throw new BatchException($"{_files.Name} could not be written or read: {error.Message} When that is mended, run the job again; finished shards are kept.", isWorthTryingAgain: true, error);
        }
        finally
        {
            // First, since whoever waits for these must be told whatever the disk does next.
            _read.TrySetResult(isThere);
            _asked.TrySetResult(isThere);
            if (isFinished)
                attempts?.Finish();
            else
                attempts?.Abandon();
        }
    }

    private async Task<ShardManifest> WorkAsync(Attempts attempts, CancellationToken asking, CancellationToken cancellation)
    {
        _files.Clean();
        ShardOutput<T> output = new(job, plan, _files);
        await using (output.ConfigureAwait(false))
        {
            IAsyncEnumerator<SourceRows<T>> source = job.Source.ReadAsync(_shard, job.BatchRows, asking).GetAsyncEnumerator(asking);
            await using (source.ConfigureAwait(false))
            {
                Task writing = Task.CompletedTask;
                Task<bool> reading = NextAsync(source);
                try
                {
                    while (await reading.ConfigureAwait(false))
                    {
                        SourceRows<T> rows = source.Current;
                        reading = NextAsync(source);
                        if (!await turn.ConfigureAwait(false))
                            throw new OperationCanceledException(asking);
                        AnsweredRows<T> answered = Ask(rows, attempts, asking);
                        await writing.ConfigureAwait(false);
                        long bad = output.Bad.Add(rows.Bad);
                        writing = Task.Run(() => output.WriteAsync(answered, cancellation), CancellationToken.None);
                        progress.AddRows(rows.Records.Count, answered.Refused, bad);
                    }

                    attempts.EndAsking();
                    _asked.TrySetResult(await turn.ConfigureAwait(false));
                    await writing.ConfigureAwait(false);
                }
                finally
                {
                    await Task.WhenAll(reading, writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }

            return await output.CommitAsync(plan.Id, index, cancellation).ConfigureAwait(false);
        }
    }

    private Task<bool> NextAsync(IAsyncEnumerator<SourceRows<T>> source) => Task.Run(async () =>
    {
        bool hasRows = await source.MoveNextAsync().ConfigureAwait(false);
        if (!hasRows)
            _read.TrySetResult(true);
        return hasRows;
    });

    private AnsweredRows<T> Ask(SourceRows<T> rows, Attempts attempts, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (rows.Records.Count == 0)
            return new(rows, Results(0), 0, (_, _) => { });
        attempts.BeginBatch(rows.Numbers[0]);
        if (attempts.IsSuspect(rows.Numbers[0], rows.Numbers[^1]))
            return AskEach(rows, attempts, cancellation);
        IBatchAnswers<T> answers = Ask(rows.Records, new(job.Threads, job.Together) { Progress = progress }, cancellation);
        Receipt<T>?[]? receipts = Receipts(answers, job.Threads, cancellation);
        ResultRows results = Results(answers.Count);
        table.Write(results, _shard, rows, answers, receipts);
        return AnsweredRows<T>.Of(rows, answers, results, receipts);
    }

    /// <summary>
    /// Asks about one record after the other, so that it is known at which one the process ended; in another order each time, so that a
    /// process that is killed from outside, however regularly, does not end at the same record.
    /// </summary>
    private AnsweredRows<T> AskEach(SourceRows<T> rows, Attempts attempts, CancellationToken cancellation)
    {
        var answers = new IBatchAnswers<T>?[rows.Records.Count];
        var receipts = new Receipt<T>?[rows.Records.Count];
        foreach (int i in attempts.Order(rows.Records.Count).Where(i => !attempts.IsPoison(rows.Numbers[i])))
        {
            cancellation.ThrowIfCancellationRequested();
            attempts.BeginRow(rows.Numbers[i]);
            answers[i] = Ask([rows.Records[i]], new(1) { Progress = progress }, cancellation);
            receipts[i] = Receipts(answers[i]!, 1, cancellation)?[0];
        }

        ResultRows results = Results(rows.Records.Count);
        for (int i = 0; i < answers.Length; i++)
        {
            if (answers[i] is { } answer)
                table.Write(results, _shard, rows.Numbers[i], rows.Records[i], answer, 0, receipts[i]);
            else
                ResultTable<T>.WriteLeftOut(results, _shard, rows.Numbers[i], rows.Records[i]);
        }

        return new(rows, results, answers.Count(answer => answer?.IsRefused(0) ?? true), (i, summary) => Add(answers[i], summary)) { Receipts = job.Receipts ? receipts : null };
    }

    /// <summary>Memory for results, used in turns: those of one batch are written while those of the next one come.</summary>
    private ResultRows Results(int count)
    {
        _results.AsSpan().Reverse();
        if (_results[0] is not { } rows || rows.Capacity < count)
            return _results[0] = new(table.Columns, count);
        rows.Clear();
        return rows;
    }

    private static void Add(IBatchAnswers<T>? answer, PortfolioSummary<T> summary)
    {
        if (answer is null)
            summary.AddFailed();
        else
            answer.Add(0, summary);
    }

    /// <summary>Receipts ask the model again; it may have gone away since.</summary>
    private Receipt<T>?[]? Receipts(IBatchAnswers<T> answers, int? threads, CancellationToken cancellation)
    {
        if (!job.Receipts)
            return null;
        try
        {
            return answers.Receipts(job.Model, job.ReceiptContent, threads, cancellation);
        }
        catch (Exception error) when (error is not (OutOfMemoryException or InvalidOptionException) && !cancellation.IsCancellationRequested)
        {
            bool isTransient = TransientErrors.Is(error);
            throw new BatchException($"{_files.Name} was given up, since a receipt could not be made: {error.Message}{(isTransient ? " That may be different later; run the job again, finished shards are kept." : "")}", isTransient, error);
        }
    }

    private IBatchAnswers<T> Ask(IReadOnlyList<T> records, AskOptions options, CancellationToken cancellation)
    {
        IBatchAnswers<T> answers = job.Question.Ask(job.Model, records, options, cancellation);
        if (answers.IsCutShort)
            throw new OperationCanceledException(cancellation);
        if (answers.Transient is { } error)
            throw new BatchException($"{_files.Name} was given up: {error.Message} That may be different later; run the job again, finished shards are kept.", isWorthTryingAgain: true, error);
        return answers;
    }
}
