using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TypedExplain.Batch.Sources;
using TypedExplain.Batch.Text;

namespace TypedExplain.Batch;

/// <summary>Records from files of JSON lines: one object per line, as <see cref="JsonRecord.Write{T}"/> writes them. Empty lines are passed over.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class JsonLinesSource<T> : IRowSource<T>
    where T : IFeatureRecord<T>
{
    private readonly SourceFiles _files;

    /// <summary>Records from files.</summary>
    /// <param name="paths">Files, or folders whose files that end in ".jsonl" or ".ndjson" are meant, in the order of their names.</param>
    public JsonLinesSource(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _files = new(paths, ".jsonl", ".ndjson");
    }

    /// <summary>The longest line in bytes; a file with a longer one is refused before it is held in memory. 1,000,000 by default, at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxRowBytes { get; init; } = 1_000_000;

    /// <inheritdoc/>
    public string Name => _files.Name;

    /// <inheritdoc/>
    public ImmutableArray<string>? Parts => _files.Names();

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<SourceShard>> PlanAsync([OptionRange(AtLeast = 1)] long shardRows, CancellationToken cancellation = default)
    {
        ImmutableArray<SourceShard>.Builder shards = ImmutableArray.CreateBuilder<SourceShard>();
        foreach (string path in _files.List())
            shards.AddRange(await File(path).PlanAsync(shardRows, cancellation).ConfigureAwait(false));
        return shards.DrainToImmutable();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRows<T>> ReadAsync(SourceShard shard, [OptionRange(AtLeast = 1)] int batchRows, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        (Stream content, _) = await File(_files.Of(shard)).OpenAsync(shard, cancellation).ConfigureAwait(false);
        using Stream stream = content;
        await foreach (SourceRows<T> rows in JsonLines<T>.ReadAsync(stream, shard.RowsBefore, shard.LinesBefore, batchRows, cancellation).ConfigureAwait(false))
            yield return rows;
    }

    /// <inheritdoc/>
    public async ValueTask RequireUnchangedAsync(SourceShard shard, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        await File(_files.Of(shard)).RequireUnchangedAsync(shard, cancellation).ConfigureAwait(false);
    }

    private TextFile File(string path) => MaxRowBytes >= 1
        ? new(path, delimiter: null, hasHeader: false, MaxRowBytes)
        : throw new InvalidOptionException($"MaxRowBytes is {MaxRowBytes}; it must be at least 1.");
}
