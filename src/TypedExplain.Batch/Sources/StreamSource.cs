using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TypedExplain.Batch.Rows;
using TypedExplain.Batch.Sources;

namespace TypedExplain.Batch;

/// <summary>Records from the caller's own code, in named shards.</summary>
/// <remarks>
/// A stream must give the same records in the same order whenever it is asked, in this process and in another one. That is the caller's
/// to see to: neither how many there are nor what they hold is known before they are read, so records that have changed are not noticed
/// when a job goes on; <see cref="ExplanationJob{T}.VerifyAsync"/> notices those that it makes again. A shard may have none.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class StreamSource<T> : IRowSource<T>
    where T : IFeatureRecord<T>
{
    private readonly Func<string, IAsyncEnumerable<T>> _open;
    private readonly ImmutableArray<string> _shards;

    /// <summary>Records in one shard.</summary>
    /// <param name="name">What the source and its shard are called in messages, manifests and results.</param>
    /// <param name="open">Gives the records from the first one on.</param>
    /// <exception cref="InvalidOptionException">The name is empty.</exception>
    public StreamSource(string name, Func<IAsyncEnumerable<T>> open)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(open);
        NamedShards.Check([name]);
        (Name, _open, _shards) = (name, _ => open(), [name]);
    }

    /// <summary>Records in several shards.</summary>
    /// <param name="name">What the source is called in messages and manifests.</param>
    /// <param name="open">Gives the records of a shard by its name, from the first one on. It is called from several threads.</param>
    /// <param name="shards">The names of the shards, in their order; also what they are called in results.</param>
    /// <exception cref="InvalidOptionException">A name is empty, there is none, or two are the same.</exception>
    public StreamSource(string name, Func<string, IAsyncEnumerable<T>> open, params string[] shards)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(shards);
        if (string.IsNullOrWhiteSpace(name))
            throw new InvalidOptionException("name is empty; it must name the source.");
        NamedShards.Check(shards);
        (Name, _open, _shards) = (name, open, [.. shards]);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ImmutableArray<string>? Parts => _shards;

    /// <summary>The named shards.</summary>
    /// <param name="shardRows">Not used: the names say what a shard is.</param>
    /// <param name="cancellation">Not used.</param>
    public ValueTask<ImmutableArray<SourceShard>> PlanAsync([OptionRange(AtLeast = 1)] long shardRows, CancellationToken cancellation = default) =>
        new([.. _shards.Select(shard => new SourceShard(shard, 0, 0))]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRows<T>> ReadAsync(SourceShard shard, [OptionRange(AtLeast = 1)] int batchRows, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        if (!_shards.Contains(shard.Part))
            throw NamedShards.Gone(Name, shard);
        IAsyncEnumerable<T> records = _open(shard.Part) ?? throw new BatchException($"{Name} gave null for the shard {shard.Part}.");
        RowCollector<T> rows = new(batchRows);
        double[] columns = new double[T.Schema.Columns];
        long number = shard.RowsBefore;
        await foreach (T record in records.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (Problem(record, ++number, columns) is { } bad)
                rows.Add(bad);
            else
                rows.Add(record, number);
            if (rows.IsFull)
                yield return rows.Take();
        }

        if (!rows.IsEmpty)
            yield return rows.Take();
    }

    /// <summary>Takes a record through the border like every other; gives what is wrong with it, or null.</summary>
    private static BadRow? Problem(T record, long number, double[] columns)
    {
        if (record is null)
            return new(number, 0, "", "", "it is null; it must be a record.");
        try
        {
            T.Schema.Encode(in record, columns);
            return null;
        }
        catch (InvalidFeatureException error)
        {
            return new(number, 0, error.Feature, error.Value, $"it must be {error.Allowed}.");
        }
    }
}
