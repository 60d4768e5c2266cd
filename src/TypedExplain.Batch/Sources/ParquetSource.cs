using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TypedExplain.Batch.Cells;
using TypedExplain.Batch.Parquet;
using TypedExplain.Batch.Sources;

namespace TypedExplain.Batch;

/// <summary>
/// Records from Parquet files, of which only the columns of the record are read. Columns are matched with features, texts and the key
/// by the letters and digits of their names; those inside a struct have dots in theirs. A value may be null where its property
/// is nullable. Shards are runs of row groups. Memory holds the wanted columns of one row group as they lie in the file, and some rows.
/// </summary>
/// <remarks>
/// A number that a property would change is refused as a bad row: 0.5 for a whole number, or 0.1 in double precision for a
/// <see cref="float"/> that is 0.100000002. A shard is told by the digest of the file's footer and of its share of
/// the file's bytes, for which planning reads the files once. All shards together have all bytes, so a change is noticed by one of them.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class ParquetSource<T> : IRowSource<T>
    where T : IFeatureRecord<T>
{
    private readonly SourceFiles _files;

    /// <summary>Records from files.</summary>
    /// <param name="paths">Files, or folders whose files that end in ".parquet" are meant, in the order of their names.</param>
    public ParquetSource(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _files = new(paths, ".parquet");
    }

    /// <inheritdoc/>
    public string Name => _files.Name;

    /// <inheritdoc/>
    public ImmutableArray<string>? Parts => _files.Names();

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<SourceShard>> PlanAsync([OptionRange(AtLeast = 1)] long shardRows, CancellationToken cancellation = default)
    {
        ImmutableArray<SourceShard>.Builder shards = ImmutableArray.CreateBuilder<SourceShard>();
        foreach (string path in _files.List())
        {
            cancellation.ThrowIfCancellationRequested();
            using ParquetTable table = ParquetTable.Open(path);
            shards.AddRange(Guarded(Path.GetFileName(path), () =>
            {
                TableHeader<T>.Match(Path.GetFileName(path), table.Columns);
                return table.Shards(shardRows);
            }));
        }

        return new(shards.DrainToImmutable());
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRows<T>> ReadAsync(SourceShard shard, [OptionRange(AtLeast = 1)] int batchRows, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        using ParquetTable table = ParquetTable.Open(_files.Of(shard));
        RequireDigest(shard, table);
        TableHeader<T> header = Guarded(shard.Part, () => TableHeader<T>.Match(shard.Part, table.Columns));
        using ParquetBlocks blocks = new(table.File, header.Positions, (int)shard.Start, (int)shard.Length);
        await foreach (SourceRows<T> rows in TableReading.ReadAsync<T>(blocks, header.Columns, shard, batchRows, Broken(shard.Part), cancellation).ConfigureAwait(false))
            yield return rows;
    }

    /// <inheritdoc/>
    public ValueTask RequireUnchangedAsync(SourceShard shard, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        using ParquetTable table = ParquetTable.Open(_files.Of(shard));
        RequireDigest(shard, table);
        return default;
    }

    private static void RequireDigest(SourceShard shard, ParquetTable table)
    {
        if (shard.Sha256 is { } planned && planned != table.Digest(shard.Start, shard.Length))
            throw new BatchException($"{shard.Part} has changed since the job was planned. Put the file back, or plan the job again in an empty folder.");
    }

    private static TResult Guarded<TResult>(string name, Func<TResult> read) => TableReading.Guarded(read, Broken(name));

    private static Func<Exception, Exception> Broken(string name) => TableReading.BrokenFile(name, "Parquet");
}
