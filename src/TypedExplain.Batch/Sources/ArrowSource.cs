using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using TypedExplain.Batch.Arrow;
using TypedExplain.Batch.Cells;
using TypedExplain.Batch.Sources;

namespace TypedExplain.Batch;

/// <summary>
/// Records from files of Arrow's format between processes, with a footer, compressed or not. Columns are matched with features, texts and
/// the key by the letters and digits of their names. A value may be null where its property is nullable. Shards are runs of record
/// batches. Memory holds one record batch with all its columns, and some rows.
/// </summary>
/// <remarks>
/// A number that a property would change is refused as a bad row: 0.5 for a whole number, or 0.1 in double precision for a
/// <see cref="float"/> that is 0.100000002. A shard is told by the digest of all its bytes, for which planning reads the files once.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class ArrowSource<T> : IRowSource<T>
    where T : IFeatureRecord<T>
{
    private const int BufferBytes = 1 << 16;

    // LZ4, which is the default of Feather, and Zstandard.
    private static readonly CompressionCodecFactory s_codecs = new();

    private readonly SourceFiles _files;

    /// <summary>Records from files.</summary>
    /// <param name="paths">Files, or folders whose files that end in ".arrow" or ".feather" are meant, in the order of their names.</param>
    public ArrowSource(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _files = new(paths, ".arrow", ".feather");
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
            using FileStream file = Open(path);
            shards.AddRange(TableReading.Guarded(() => Shards(file, Path.GetFileName(path), shardRows, cancellation), Broken(Path.GetFileName(path))));
        }

        return new(shards.DrainToImmutable());
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRows<T>> ReadAsync(SourceShard shard, [OptionRange(AtLeast = 1)] int batchRows, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        using FileStream file = Open(_files.Of(shard));
        using BlockStream content = OpenShard(file, shard);
        using ArrowStreamReader reader = new(content, s_codecs, leaveOpen: true);
        TableHeader<T> header = TableReading.Guarded(() => TableHeader<T>.Match(shard.Part, ArrowKinds.Of(reader.Schema)), Broken(shard.Part));
        using ArrowBlocks blocks = new(reader, header.Positions);
        await foreach (SourceRows<T> rows in TableReading.ReadAsync<T>(blocks, header.Columns, shard, batchRows, Broken(shard.Part), cancellation).ConfigureAwait(false))
            yield return rows;
    }

    /// <inheritdoc/>
    public ValueTask RequireUnchangedAsync(SourceShard shard, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        using FileStream file = Open(_files.Of(shard));
        using BlockStream content = OpenShard(file, shard);
        byte[] buffer = new byte[1 << 18];
        while (content.Read(buffer) > 0)
            cancellation.ThrowIfCancellationRequested();
        return default;
    }

    private static BlockStream OpenShard(FileStream file, SourceShard shard)
    {
        if (shard.PartBytes is { } planned && planned != file.Length)
            throw BlockStream.Changed(shard);
        ArrowLayout layout = TableReading.Guarded(() => ArrowLayout.Read(file, shard.Part), Broken(shard.Part));
        return shard.Start + shard.Length <= layout.Batches.Length
            ? new(file, [.. layout.Head, .. layout.Batches.AsSpan((int)shard.Start, (int)shard.Length)], shard)
            : throw BlockStream.Changed(shard);
    }

    private static Func<Exception, Exception> Broken(string name) => TableReading.BrokenFile(name, "Arrow");

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes);

    private static ImmutableArray<SourceShard> Shards(FileStream file, string name, long shardRows, CancellationToken cancellation)
    {
        ArrowLayout layout = ArrowLayout.Read(file, name);
        if (layout.Batches.Length == 0)
            return [];
        using (BlockStream head = new(file, layout.Head, shard: null))
        using (ArrowStreamReader reader = new(head, s_codecs, leaveOpen: true))
            TableHeader<T>.Match(name, ArrowKinds.Of(reader.Schema));
        ImmutableArray<SourceShard>.Builder shards = ImmutableArray.CreateBuilder<SourceShard>();
        long before = 0, rows = 0;
        int start = 0;
        for (int batch = 0; batch < layout.Rows.Length; batch++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (rows > 0 && rows + layout.Rows[batch] > shardRows)
                End(batch);
            rows += layout.Rows[batch];
        }

        if (rows > 0)
            End(layout.Rows.Length);
        return shards.DrainToImmutable();

        void End(int batch)
        {
            string digest = BlockStream.Digest(file, [.. layout.Head, .. layout.Batches.AsSpan(start, batch - start)]);
            shards.Add(new(name, start, batch - start) { RowsBefore = before, Rows = rows, PartBytes = file.Length, Sha256 = digest });
            (start, before, rows) = (batch, before + rows, 0);
        }
    }
}
