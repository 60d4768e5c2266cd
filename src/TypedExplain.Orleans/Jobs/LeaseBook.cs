using System.Globalization;

namespace TypedExplain.Orleans.Jobs;

/// <summary>
/// Who has which shard of a planned job. Whether a worker is heard from is told by timestamps of the machine that the book is on, so
/// clocks of workers, and changes of a clock, do not matter. What must outlive the machine goes into the memory.
/// </summary>
internal sealed class LeaseBook
{
    private readonly PlannedJob _job;
    private readonly JobMemory _memory;
    private readonly ExplanationJobOptions _options;
    private readonly TimeProvider _time;
    private readonly Dictionary<int, ShardNumbers> _done, _progress = [];
    private readonly Dictionary<int, long> _heard = [], _failedAt = [];
    private readonly SortedSet<int> _waiting = [];
    private ShardNumbers _sum;

    public LeaseBook(PlannedJob job, JobMemory memory, ExplanationJobOptions options, TimeProvider time)
    {
        (_job, _memory, _options, _time) = (job, memory, options, time);
        _done = new(job.Finished);
        foreach (ShardNumbers numbers in _done.Values)
            _sum = _sum.Plus(numbers);
        foreach (int shard in memory.Leases.Keys.Concat(memory.Failed.Keys).Concat(memory.Tries.Keys).Distinct().Where(shard => shard >= job.Names.Length || _done.ContainsKey(shard)).ToArray())
            Forget(shard);
        long now = time.GetTimestamp();
        foreach (int shard in memory.Leases.Keys)
            _heard[shard] = now;
        for (int shard = 0; shard < job.Names.Length; shard++)
        {
            if (!_done.ContainsKey(shard) && !memory.Leases.ContainsKey(shard) && !memory.Failed.ContainsKey(shard))
                _waiting.Add(shard);
        }
    }

    /// <summary>How many changes there were.</summary>
    public long Version { get; private set; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsEnded => _waiting.Count == 0 && _heard.Count == 0;

    /// <summary>How far the job is.</summary>
    public ExplanationJobStatus Status(string name, bool isCanceled)
    {
        Expire();
        ShardNumbers sum = _sum;
        foreach (ShardNumbers numbers in _progress.Values)
            sum = sum.Plus(numbers);
        return new()
        {
            Name = name,
            State = isCanceled ? ExplanationJobState.Canceled : !IsEnded ? ExplanationJobState.Running : _memory.Failed.Count > 0 ? ExplanationJobState.Failed : ExplanationJobState.Done,
            Shards = _job.Names.Length,
            Done = _done.Count,
            Leased = _heard.Count,
            Waiting = _waiting.Count,
            Failed = [.. _memory.Failed.OrderBy(failed => failed.Key).Select(failed => new FailedShard(failed.Key, _job.Names[failed.Key], _memory.Tries.GetValueOrDefault(failed.Key), failed.Value))],
            Rows = sum.Rows,
            Refused = sum.Refused,
            Bad = sum.Bad,
            RowsInAll = _job.Rows,
        };
    }

    /// <summary>Hands out the first shard that waits and has had its pause.</summary>
    public ShardLease? Lease(string worker)
    {
        Expire();
        foreach (int shard in _waiting)
        {
            if (_failedAt.TryGetValue(shard, out long at) && _time.GetElapsedTime(at) < Pause(_memory.Tries.GetValueOrDefault(shard)))
                continue;
            _waiting.Remove(shard);
            _memory.Tries[shard] = _memory.Tries.GetValueOrDefault(shard) + 1;
            Give(shard, worker);
            return new(shard, _job.Id);
        }

        return null;
    }

    /// <summary>A worker is at work on a shard. One that nobody has is its own again.</summary>
    /// <returns>Whether it is this worker's.</returns>
    public bool Heartbeat(string worker, int shard, ShardNumbers progress)
    {
        if (!IsShard(shard))
            return false;
        if (_waiting.Remove(shard))
            Give(shard, worker);
        if (!Has(worker, shard))
            return false;
        _heard[shard] = _time.GetTimestamp();
        _progress[shard] = progress;
        Version++;
        return true;
    }

    /// <summary>A shard is finished, whoever says so.</summary>
    public void Finish(int shard, ShardNumbers numbers)
    {
        if (!IsShard(shard) || _done.ContainsKey(shard))
            return;
        Forget(shard);
        _waiting.Remove(shard);
        _done.Add(shard, numbers);
        _sum = _sum.Plus(numbers);
        Version++;
    }

    /// <summary>A shard failed. What cannot succeed later is given up; the rest waits for its next try, if it is told by the one who has it.</summary>
    public void Fail(string worker, int shard, string message, bool isWorthTryingAgain)
    {
        if (!IsShard(shard) || _done.ContainsKey(shard) || (isWorthTryingAgain && !Has(worker, shard)))
            return;
        if (isWorthTryingAgain && _memory.Tries.GetValueOrDefault(shard) < _options.MostTries)
            PutBack(shard, isPaused: true);
        else
            GiveUp(shard, message);
    }

    /// <summary>A worker gives a shard back before it has failed.</summary>
    public void Release(string worker, int shard)
    {
        if (!Has(worker, shard))
            return;
        _memory.Tries[shard] = Math.Max(0, _memory.Tries.GetValueOrDefault(shard) - 1);
        PutBack(shard, isPaused: false);
    }

    /// <summary>Takes all shards from their workers.</summary>
    public void TakeAll()
    {
        foreach (int shard in _heard.Keys.ToArray())
            PutBack(shard, isPaused: false);
        Version++;
    }

    private bool IsShard(int shard) => shard >= 0 && shard < _job.Names.Length;

    private bool Has(string worker, int shard) => _memory.Leases.TryGetValue(shard, out string? holder) && holder == worker;

    /// <summary>Longer after each failure, so that what mends itself has the time.</summary>
    private TimeSpan Pause(int tries)
    {
        TimeSpan pause = _options.HeartbeatTime;
        for (int i = 1; i < tries && pause < _options.LeaseTime; i++)
            pause *= 2;
        return pause < _options.LeaseTime ? pause : _options.LeaseTime;
    }

    private void Expire()
    {
        foreach (int shard in _heard.Where(heard => _time.GetElapsedTime(heard.Value) > _options.LeaseTime).Select(heard => heard.Key).ToArray())
        {
            if (_memory.Tries.GetValueOrDefault(shard) < _options.MostTries)
                PutBack(shard, isPaused: false);
            else
                GiveUp(shard, string.Create(CultureInfo.InvariantCulture, $"its worker was not heard from for {_options.LeaseTime.TotalSeconds:0.#} seconds: its process ended, or it hangs. Look at the log of {_memory.Leases[shard]}."));
        }
    }

    private void Give(int shard, string worker)
    {
        _memory.Leases[shard] = worker;
        _heard[shard] = _time.GetTimestamp();
        Version++;
    }

    private void PutBack(int shard, bool isPaused)
    {
        _memory.Leases.Remove(shard);
        _heard.Remove(shard);
        _progress.Remove(shard);
        _waiting.Add(shard);
        if (isPaused)
            _failedAt[shard] = _time.GetTimestamp();
        Version++;
    }

    private void GiveUp(int shard, string message)
    {
        int tries = _memory.Tries.GetValueOrDefault(shard);
        Forget(shard);
        _waiting.Remove(shard);
        _memory.Tries[shard] = tries;
        _memory.Failed[shard] = message;
        Version++;
    }

    private void Forget(int shard)
    {
        _memory.Leases.Remove(shard);
        _memory.Tries.Remove(shard);
        _memory.Failed.Remove(shard);
        _heard.Remove(shard);
        _failedAt.Remove(shard);
        _progress.Remove(shard);
    }
}
