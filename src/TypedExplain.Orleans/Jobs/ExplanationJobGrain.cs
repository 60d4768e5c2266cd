using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedExplain.Orleans.Faults;
using TypedExplain.Orleans.Settings;

namespace TypedExplain.Orleans.Jobs;

/// <summary>Coordinates a job: it plans it apart from its turns, and hands out shards.</summary>
internal sealed class ExplanationJobGrain : Grain, IExplanationJobGrain, IDisposable
{
    private readonly IRegisteredJob? _job;
    private readonly IPersistentState<JobMemory> _memory;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly string _name;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _planning;
    private LeaseBook? _book;
    private string? _problem;

    public ExplanationJobGrain(IGrainContext context, IServiceProvider services, IPersistentStateFactory states, SiloTime time, ILogger<ExplanationJobGrain> log)
    {
        _name = context.GrainId.Key.ToString()!;
        _job = services.GetKeyedService<IRegisteredJob>(_name);
        _memory = states.Create<JobMemory>(context, new StateName("job", _job?.Options.StorageName ?? GrainNames.Memory));
        (_time, _log) = (time.Provider, log);
    }

    private JobMemory Memory => _memory.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (Memory.IsStarted && !Memory.IsCanceled)
            Plan();
        return Task.CompletedTask;
    }

    /// <summary>Orleans does it when the grain is deactivated.</summary>
    public void Dispose()
    {
        _planning?.Cancel();
        _planning?.Dispose();
    }

    public async Task<ExplanationJobStatus> StartAsync()
    {
        RequireJob();
        if (Status() is { IsEnded: false } && Memory.IsStarted)
            return Status();

        // One that is done is looked at again, since its files or its source may be others by now.
        (Memory.IsStarted, Memory.IsCanceled) = (true, false);
        Memory.Tries.Clear();
        Memory.Failed.Clear();
        Memory.Leases.Clear();
        await _memory.WriteStateAsync();
        Plan();
        return Status();
    }

    public Task<ExplanationJobStatus> StatusAsync()
    {
        RequireJob();
        return Task.FromResult(Status());
    }

    public async Task<ExplanationJobStatus> CancelAsync()
    {
        RequireJob();
        if (!Status().IsEnded)
        {
            _planning?.Cancel();
            _book?.TakeAll();
            Memory.IsCanceled = true;
            await _memory.WriteStateAsync();
            Changed();
        }

        return Status();
    }

    public async IAsyncEnumerable<ExplanationJobStatus> WatchAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        RequireJob();
        long version = -1;
        ExplanationJobState? state = null;
        while (true)
        {
            Task changed = _changed.Task;
            ExplanationJobStatus status = Status();
            if (status.State != state || version != (_book?.Version ?? -1))
                yield return status;
            (state, version) = (status.State, _book?.Version ?? -1);
            if (status.IsEnded)
                yield break;

            // A lease that runs out is no call; it is looked at now and then.
            await Task.WhenAny(changed, Task.Delay(_job!.Options.HeartbeatTime, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public async Task<ShardLease?> LeaseAsync(string worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        RequireJob();
        if (Memory.IsCanceled || _book?.Lease(worker) is not { } lease)
            return null;
        await _memory.WriteStateAsync();
        Changed();
        return lease;
    }

    public async Task<bool> HeartbeatAsync(string worker, int shard, ShardNumbers progress)
    {
        ArgumentNullException.ThrowIfNull(worker);
        await RememberAsync();
        if (Memory.IsCanceled)
            return false;
        bool isYours = _book?.Heartbeat(worker, shard, progress) ?? true;
        Changed();
        return isYours;
    }

    public async Task FinishAsync(string worker, int shard, ShardNumbers numbers)
    {
        ArgumentNullException.ThrowIfNull(worker);
        await RememberAsync();
        if (_book is null)
            return;
        if (await Task.Run(() => _job!.MissingAsync(shard, CancellationToken.None)) is { } problem)
            _book.Fail(worker, shard, problem, isWorthTryingAgain: true);
        else
            _book.Finish(shard, numbers);
        await SaveAsync();
    }

    public async Task FailAsync(string worker, int shard, string message, bool isWorthTryingAgain)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(message);
        await RememberAsync();
        _book?.Fail(worker, shard, message, isWorthTryingAgain);
        await SaveAsync();
    }

    public async Task ReleaseAsync(string worker, int shard)
    {
        ArgumentNullException.ThrowIfNull(worker);
        RequireJob();
        _book?.Release(worker, shard);
        await SaveAsync();
    }

    /// <summary>A worker has a shard, so the job was started: where the storage has lost that, it is known again.</summary>
    private async Task RememberAsync()
    {
        RequireJob();
        if (Memory.IsStarted)
            return;
        Memory.IsStarted = true;
        await _memory.WriteStateAsync();
        Plan();
    }

    private async Task SaveAsync()
    {
        await _memory.WriteStateAsync();
        Changed();
    }

    /// <summary>Plans on threads of the pool. What comes of it is taken over in a turn of its own.</summary>
    private void Plan()
    {
        _planning?.Cancel();
        _planning = new();
        (_book, _problem) = (null, null);
        TakeOverAsync(_planning).Ignore();
        Changed();
    }

    private async Task TakeOverAsync(CancellationTokenSource planning)
    {
        CancellationToken cancellation = planning.Token;
        try
        {
            PlannedJob planned = await Task.Run(() => _job!.PlanAsync(cancellation), cancellation);
            if (!cancellation.IsCancellationRequested)
                _book = new(planned, Memory, _job!.Options, _time);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error)
        {
            OrleansLog.NotPlanned(_log, _name, error);
            _problem = error is TypedExplainException ? error.Message : $"It could not be planned ({TypeName.Of(error)}). The log of the silo says more.";
        }

        Changed();
    }

    private ExplanationJobStatus Status() => _book is not null ? _book.Status(_name, Memory.IsCanceled) : new()
    {
        Name = _name,
        State = !Memory.IsStarted ? ExplanationJobState.NotStarted : Memory.IsCanceled ? ExplanationJobState.Canceled : _problem is null ? ExplanationJobState.Planning : ExplanationJobState.Failed,
        Problem = _problem,
    };

    private void Changed()
    {
        TaskCompletionSource changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    private void RequireJob()
    {
        if (_job is null)
            throw new ExplanationGrainException(ExplanationFault.Setup, $"No job is called {_name} on the silo that was asked; every silo must register it with AddExplanationJob.");
    }
}
