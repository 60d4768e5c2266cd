namespace TypedExplain.Orleans;

/// <summary>A shard that a worker may work on, as long as it is heard from.</summary>
/// <param name="Shard">Position of the shard, from 0.</param>
/// <param name="Job">What the job is known by, which must be the same where the worker is: the identity of the plan.</param>
[GenerateSerializer]
[global::Orleans.Immutable]
[Alias("TypedExplain.ShardLease")]
public sealed record ShardLease([property: Id(0)] int Shard, [property: Id(1)] string Job);
