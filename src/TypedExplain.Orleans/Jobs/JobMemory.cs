namespace TypedExplain.Orleans.Jobs;

/// <summary>What is kept of a job beside its files: which shards are finished is in their manifests alone.</summary>
[GenerateSerializer]
[Alias("TypedExplain.JobMemory")]
internal sealed class JobMemory
{
    /// <summary>Whether somebody has started it.</summary>
    [Id(0)]
    public bool IsStarted { get; set; }

    /// <summary>Whether it was ended early.</summary>
    [Id(1)]
    public bool IsCanceled { get; set; }

    /// <summary>Who has which shard. When they were heard from is not kept, since no other machine could tell it.</summary>
    [Id(2)]
    public Dictionary<int, string> Leases { get; set; } = [];

    /// <summary>How often a shard was begun.</summary>
    [Id(3)]
    public Dictionary<int, int> Tries { get; set; } = [];

    /// <summary>Why shards were given up.</summary>
    [Id(4)]
    public Dictionary<int, string> Failed { get; set; } = [];
}
