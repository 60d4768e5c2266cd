namespace TypedExplain.Batch;

/// <summary>A part of a source that is worked on as one, and whose results are one file.</summary>
/// <param name="Part">The file or partition that it lies in: a name without folders.</param>
/// <param name="Start">Where it begins in the part: a byte, a row group or a row, as the source counts.</param>
/// <param name="Length">How much of it belongs to the shard, in the same unit; 0 for all there is.</param>
public sealed record SourceShard(string Part, long Start, long Length)
{
    /// <summary>The file or partition that it lies in.</summary>
    public string Part { get; init; } = Part ?? throw new ArgumentNullException(nameof(Part));

    /// <summary>How many rows of the part come before it, bad ones included.</summary>
    public long RowsBefore { get; init; }

    /// <summary>How many lines of the part come before it; 0 where the source has no lines.</summary>
    public long LinesBefore { get; init; }

    /// <summary>How many rows it has, bad ones included; null where that is only known once it was read.</summary>
    public long? Rows { get; init; }

    /// <summary>How many bytes the whole part had when the job was planned, since what was added to it lies in no shard; null where the source does not tell.</summary>
    public long? PartBytes { get; init; }

    /// <summary>The SHA-256 of its content as it was when the job was planned, by which a source that has changed is told; null where the source has none.</summary>
    public string? Sha256 { get; init; }
}
