namespace TypedExplain.Orleans.Workers;

/// <summary>How many shards a silo works on at a time.</summary>
internal sealed record WorkerCount(int Workers);
