namespace TypedExplain.Batch.Sources;

/// <summary>Shards that are told by names of the caller's own.</summary>
internal static class NamedShards
{
    /// <summary>Refuses names that are empty or not told apart.</summary>
    public static void Check(string?[] names)
    {
        if (names.Length == 0)
            throw new InvalidOptionException("shards is empty; it must name a shard.");
        if (Array.Exists(names, string.IsNullOrWhiteSpace))
            throw new InvalidOptionException("shards holds a null or an empty name; every shard must have a name.");
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidOptionException($"shards holds {twice.Key} twice; shards are told by their names.");
    }

    /// <summary>What is said of a shard that the source does not have.</summary>
    public static BatchException Gone(string source, SourceShard shard) => new($"{source} has no shard {shard.Part}, which the job was planned with.");
}
