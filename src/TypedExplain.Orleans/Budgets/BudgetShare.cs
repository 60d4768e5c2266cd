using TypedExplain.Orleans.Faults;

namespace TypedExplain.Orleans.Budgets;

/// <summary>What this process has of a cluster's budget: a block at a time, so that not every batch is a call.</summary>
/// <param name="grains">Finds the budget.</param>
/// <param name="name">Its name.</param>
/// <param name="blockRows">How many rows are taken for later.</param>
/// <param name="time">Tells when rows may be asked about.</param>
#pragma warning disable CA1001 // A semaphore whose handle nobody asks for holds nothing; the share lives as long as the model.
internal sealed class BudgetShare(IGrainFactory grains, string name, long blockRows, TimeProvider time)
#pragma warning restore CA1001
{
    private const int MostTries = 3;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly long _start = time.GetTimestamp();
    private long _rows, _calls;
    private double _rowsPerSecond = double.PositiveInfinity, _next;

    /// <summary>Takes one call about some rows, and gives how long it must wait to keep to the rate.</summary>
    /// <exception cref="BudgetExhaustedException">It would pass a ceiling; nothing was taken.</exception>
    /// <exception cref="RemoteModelException">The grain did not answer.</exception>
    public async ValueTask<TimeSpan> TakeAsync(int rows, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (rows > _rows || _calls == 0)
                await FillAsync(rows, cancellation).ConfigureAwait(false);
            _rows -= rows;
            _calls--;
            double now = time.GetElapsedTime(_start).TotalSeconds, begin = Math.Max(now, _next);
            _next = double.IsFinite(_rowsPerSecond) ? begin + (rows / _rowsPerSecond) : begin;
            return TimeSpan.FromSeconds(begin - now);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task FillAsync(int rows, CancellationToken cancellation)
    {
        // Not in the turn of a grain, should one ask: the answer would wait for the turn, and the turn for the answer.
        // Where calls are missing and rows are not, none are taken: they would never be asked about.
        (long needed, long wanted) = rows > _rows ? (rows - _rows, blockRows) : (0, 0);
        BudgetBlock block = await Task.Run(() => ReserveAsync(needed, wanted, blockRows / Math.Max(1, rows), cancellation), cancellation).ConfigureAwait(false);
        if (block.Refusal is { } refusal)
            throw new BudgetExhaustedException(refusal);
        _rows += block.Rows;
        _calls += block.Calls;
        _rowsPerSecond = block.RowsPerSecond;
        _next = Math.Max(_next, time.GetElapsedTime(_start).TotalSeconds + block.Wait.TotalSeconds);
    }

    private async Task<BudgetBlock> ReserveAsync(long needed, long wanted, long wantedCalls, CancellationToken cancellation)
    {
        for (int i = 1; ; i++)
        {
            try
            {
                return await grains.GetGrain<IQueryBudgetGrain>(name).ReserveAsync(needed, wanted, wantedCalls).WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch (ExplanationGrainException error)
            {
                throw new InvalidOptionException(error.Message);
            }
#pragma warning disable CA1031 // Whatever kept the answer away, what was reserved by it counts as used, and the next try reserves anew.
            catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                if (i == MostTries)
                    throw new RemoteModelException($"The budget {name} of the cluster could not be asked ({TypeName.Of(error)}). See whether its silos and their storage are there, and try again.", error);
                await Task.Delay(s_pause, time, cancellation).ConfigureAwait(false);
            }
        }
    }
}
