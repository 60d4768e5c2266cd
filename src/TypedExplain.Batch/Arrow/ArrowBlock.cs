namespace TypedExplain.Batch.Arrow;

/// <summary>Where something lies in a file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">How many bytes.</param>
internal readonly record struct ArrowBlock(long Start, long Length);
