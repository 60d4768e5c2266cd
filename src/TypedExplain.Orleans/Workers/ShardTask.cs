using Microsoft.Extensions.Logging;
using TypedExplain.Batch;
using TypedExplain.Orleans.Faults;
using TypedExplain.Orleans.Jobs;

namespace TypedExplain.Orleans.Workers;

/// <summary>One shard that a worker has: the work on threads of the pool, and beside it the heartbeat.</summary>
/// <param name="job">The job.</param>
/// <param name="grain">Who handed out the shard.</param>
/// <param name="worker">The name of the worker.</param>
/// <param name="lease">The shard.</param>
/// <param name="log">Learns what went wrong.</param>
/// <param name="hurry">The silo stops without delay.</param>
internal sealed class ShardTask(IRegisteredJob job, IExplanationJobGrain grain, string worker, ShardLease lease, ILogger log, CancellationToken hurry)
{
    private const int MostTellings = 5;

    private readonly LatestNumbers _progress = new();

    /// <summary>Does the shard and tells what became of it.</summary>
    /// <param name="stopping">The silo stops.</param>
    public async Task RunAsync(CancellationToken stopping)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Task<ShardNumbers> work = Task.Run(() => job.RunShardAsync(lease, _progress, ended.Token), CancellationToken.None);
        await HeartbeatAsync(work, ended).ConfigureAwait(false);
        try
        {
            ShardNumbers numbers = await work.ConfigureAwait(false);
            await TellAsync(() => grain.FinishAsync(worker, lease.Shard, numbers), stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Told to stop, it says so if anybody listens; a shard that was taken away needs no word.
            if (stopping.IsCancellationRequested && !hurry.IsCancellationRequested)
                await grain.ReleaseAsync(worker, lease.Shard).WaitAsync(hurry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
#pragma warning disable CA1031 // Whatever ends the work of a shard is told, and the worker goes on with others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            OrleansLog.ShardFailed(log, job.Name, lease.Shard, error);
            (string message, bool isWorthTryingAgain) = error switch
            {
                BatchException batch => (batch.Message, batch.IsWorthTryingAgain),
                ForeignPlanException foreign => (foreign.Message, true),
                BudgetExhaustedException or RemoteModelException => (error.Message, true),
                TypedExplainException known => (known.Message, false),
                _ => ($"{TypeName.Of(error)}; the log of {worker} says more.", true),
            };
            await TellAsync(() => grain.FailAsync(worker, lease.Shard, message, isWorthTryingAgain), stopping).ConfigureAwait(false);
        }
    }

    private async Task HeartbeatAsync(Task work, CancellationTokenSource ended)
    {
        while (await Task.WhenAny(work, Task.Delay(job.Options.HeartbeatTime, ended.Token)).ConfigureAwait(false) != work)
        {
            if (ended.IsCancellationRequested)
                break;
            try
            {
                // A call to a silo that was killed is answered late or never; the next heartbeat does not wait for it.
                if (!await grain.HeartbeatAsync(worker, lease.Shard, _progress.Value).WaitAsync(job.Options.HeartbeatTime, ended.Token).ConfigureAwait(false))
                {
                    OrleansLog.NotOurs(log, job.Name, lease.Shard);
                    await ended.CancelAsync().ConfigureAwait(false);
                }
            }
#pragma warning disable CA1031 // The work goes on whether or not the grain can be reached: its bytes are right in any case.
            catch (Exception error) when (!ended.IsCancellationRequested)
#pragma warning restore CA1031
            {
                OrleansLog.NoAnswer(log, job.Name, error);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Tells it again if nobody hears it. If nobody does in the end, the lease runs out, and the next worker finds what is there.</summary>
    private async Task TellAsync(Func<Task> tell, CancellationToken stopping)
    {
        for (int i = 1; i <= MostTellings; i++)
        {
            try
            {
                await tell().ConfigureAwait(false);
                return;
            }
#pragma warning disable CA1031 // As above.
            catch (Exception error) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                OrleansLog.NoAnswer(log, job.Name, error);
                await Task.Delay(job.Options.HeartbeatTime, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
