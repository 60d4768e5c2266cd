using Microsoft.Extensions.Logging;
using TypedExplain.Orleans.Faults;
using TypedExplain.Orleans.Jobs;

namespace TypedExplain.Orleans.Workers;

/// <summary>The workers of a silo: they ask the grains of the registered jobs for shards, and do them on threads of the pool.</summary>
internal sealed class JobWorkers : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(100);

    private readonly IRegisteredJob[] _jobs;
    private readonly IGrainFactory _grains;
    private readonly ILogger _log;
    private readonly string _silo;
    private readonly int _count;
    private readonly CancellationTokenSource _stopping = new(), _hurry = new();
    private Task _work = Task.CompletedTask;

    public JobWorkers(IEnumerable<IRegisteredJob> jobs, IEnumerable<WorkerCount> counts, IGrainFactory grains, ILocalSiloDetails silo, ILogger<JobWorkers> log)
    {
        _jobs = [.. jobs];
        (_grains, _log, _silo) = (grains, log, silo.SiloAddress.ToParsableString());
        _count = counts.LastOrDefault()?.Workers ?? 1;
    }

    public void Participate(ISiloLifecycle observer) => observer.Subscribe(nameof(JobWorkers), ServiceLifecycleStage.Active, StartAsync, StopAsync);

    public void Dispose()
    {
        _stopping.Dispose();
        _hurry.Dispose();
    }

    private Task StartAsync(CancellationToken cancellation)
    {
        if (_jobs.Length > 0)
            _work = Task.WhenAll(Enumerable.Range(0, _count).Select(i => Task.Run(() => WorkAsync($"{_silo}/{i}", _stopping.Token), CancellationToken.None)));
        return Task.CompletedTask;
    }

    /// <summary>Shards at hand are given back within the time that the silo has; one that is not there any more needs none.</summary>
    private async Task StopAsync(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            await _hurry.CancelAsync().ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _work.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _hurry.CancelAsync().ConfigureAwait(false);
    }

    private async Task WorkAsync(string worker, CancellationToken stopping)
    {
        TimeSpan longest = _jobs.Min(job => job.Options.HeartbeatTime), pause = s_shortestPause;
        while (!stopping.IsCancellationRequested)
        {
            bool hasWorked = false;
            foreach (IRegisteredJob job in _jobs)
            {
                if (stopping.IsCancellationRequested)
                    return;
                hasWorked |= await TakeAsync(job, worker, stopping).ConfigureAwait(false);
            }

            pause = hasWorked ? s_shortestPause : pause * 2 < longest ? pause * 2 : longest;
            if (!hasWorked)
                await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TakeAsync(IRegisteredJob job, string worker, CancellationToken stopping)
    {
        IExplanationJobGrain grain = _grains.GetGrain<IExplanationJobGrain>(job.Name);
        ShardLease? lease;
        try
        {
            lease = await grain.LeaseAsync(worker).WaitAsync(stopping).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever keeps the grain from answering, it is asked again later.
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (!stopping.IsCancellationRequested)
                OrleansLog.NoAnswer(_log, job.Name, error);
            return false;
        }

        if (lease is null)
            return false;
        await new ShardTask(job, grain, worker, lease, _log, _hurry.Token).RunAsync(stopping).ConfigureAwait(false);
        return true;
    }
}
