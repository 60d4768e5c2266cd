using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using TypedExplain.Batch.Cells;
using TypedExplain.Batch.Faults;
using TypedExplain.Batch.Queries;
using TypedExplain.Batch.Sources;

namespace TypedExplain.Batch;

/// <summary>
/// Records from a database, by any provider of ADO.NET. Each shard is a query; the columns of its result are matched with features,
/// texts and the key by the letters and digits of their names. A value may be null where its property is nullable.
/// </summary>
/// <remarks>
/// The queries together must cover the table, each row once: a row whose key is null is in no range of keys, and one that is in two ranges is explained twice.
/// A query must give the same rows in the same order whenever it is asked, in this process and in another one. That it has an ORDER BY is
/// checked; that the order is whole, and that the table does not change while the job is worked on, is the caller's to see to: read a
/// snapshot, or a table that nobody writes. A shard is told by the digest of its query and parameters, not of its rows, so rows that
/// have changed are not noticed when a job goes on; <see cref="ExplanationJob{T}.VerifyAsync"/> notices those that it makes again. How
/// many rows a shard has is only known once it was read, and it may have none.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class QuerySource<T> : IRowSource<T>
    where T : IFeatureRecord<T>
{
    private readonly Func<DbConnection> _connect;
    private readonly ImmutableArray<QueryShard> _shards;

    /// <summary>Records from queries.</summary>
    /// <param name="name">What the source is called in messages and manifests, such as the name of the table.</param>
    /// <param name="connect">Makes a connection, for one query; it is opened where it is not, and disposed of. It is called from several threads.</param>
    /// <param name="shards">The queries, in their order.</param>
    /// <exception cref="InvalidOptionException">The name is empty, there is no query, or two have the same name.</exception>
    public QuerySource(string name, Func<DbConnection> connect, params QueryShard[] shards)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(connect);
        ArgumentNullException.ThrowIfNull(shards);
        if (string.IsNullOrWhiteSpace(name))
            throw new InvalidOptionException("name is empty; it must name the source.");
        (Name, _connect, _shards) = (name, connect, [.. shards]);
        NamedShards.Check([.. shards.Select(shard => shard?.Name)]);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ImmutableArray<string>? Parts => [.. _shards.Select(shard => shard.Name)];

    /// <summary>The queries as shards. Each is asked for its first row, so that one whose columns do not fit is refused before any work.</summary>
    /// <param name="shardRows">Not used: the queries say what a shard is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="BatchException">A query fails, or its columns do not fit.</exception>
    public async ValueTask<ImmutableArray<SourceShard>> PlanAsync([OptionRange(AtLeast = 1)] long shardRows, CancellationToken cancellation = default)
    {
        ImmutableArray<SourceShard>.Builder shards = ImmutableArray.CreateBuilder<SourceShard>();
        foreach (QueryShard shard in _shards)
        {
            QueryBlocks blocks = await OpenAsync(shard, cancellation).ConfigureAwait(false);
            await using (blocks.ConfigureAwait(false))
                Match(shard, blocks);
            shards.Add(new(shard.Name, 0, 0) { Sha256 = shard.Digest });
        }

        return shards.DrainToImmutable();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRows<T>> ReadAsync(SourceShard shard, [OptionRange(AtLeast = 1)] int batchRows, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        QueryShard query = Planned(shard);
        QueryBlocks blocks = await OpenAsync(query, cancellation).ConfigureAwait(false);
        await using (blocks.ConfigureAwait(false))
        {
            TableHeader<T> header = Match(query, blocks);
            blocks.Positions = header.Positions;
            await foreach (SourceRows<T> rows in TableReading.ReadAsync<T>(blocks, header.Columns, shard, batchRows, Broken(query), cancellation).ConfigureAwait(false))
                yield return rows;
        }
    }

    /// <inheritdoc/>
    /// <remarks>What is told is another query, not other rows.</remarks>
    public ValueTask RequireUnchangedAsync(SourceShard shard, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        _ = Planned(shard);
        return default;
    }

    private QueryShard Planned(SourceShard shard)
    {
        QueryShard query = _shards.FirstOrDefault(query => query.Name == shard.Part) ?? throw NamedShards.Gone(Name, shard);
        return shard.Sha256 is not { } planned || planned == query.Digest
            ? query
            : throw new BatchException($"The query of the shard {shard.Part} is another one than the job was planned with. Ask the same, or plan the job again in an empty folder.");
    }

    private static Func<Exception, Exception> Broken(QueryShard shard) =>
        error => new BatchException($"The query of the shard {shard.Name} failed: {error.Message}", error is DbException { IsTransient: true } || TransientErrors.Is(error), error);

    private static TableHeader<T> Match(QueryShard shard, QueryBlocks blocks) =>
        TableReading.Guarded(() => TableHeader<T>.Match($"The query of the shard {shard.Name}", blocks.Columns), Broken(shard));

    private async ValueTask<QueryBlocks> OpenAsync(QueryShard shard, CancellationToken cancellation)
    {
        try
        {
            return await QueryBlocks.OpenAsync(_connect, shard, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (TableReading.IsFault(error))
        {
            throw Broken(shard)(error);
        }
    }
}
