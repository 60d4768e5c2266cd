using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using TypedExplain.Batch.Rows;
using TypedExplain.Batch.Sources;
using TypedExplain.Batch.Text;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Json;

namespace TypedExplain.Batch;

/// <summary>Records from CSV files in UTF-8, each with a header that names its columns.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class CsvSource<T> : IRowSource<T>
    where T : IFeatureRecord<T>
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SourceFiles _files;

    /// <summary>Records from files.</summary>
    /// <param name="paths">Files, or folders whose files that end in ".csv" are meant, in the order of their names.</param>
    public CsvSource(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _files = new(paths, ".csv");
    }

    /// <summary>How they are read. Errors are always collected; a target is not read.</summary>
    public CsvOptions Options { get; init; } = new();

    /// <inheritdoc/>
    public string Name => _files.Name;

    /// <inheritdoc/>
    public string Settings => CanonicalJson.Of(Encoding.UTF8.GetString(JsonBuffer.Of(json =>
    {
        CsvOptions options = Checked();
        json.WriteStartObject();
        json.WriteText("delimiter", options.Delimiter.ToString());
        json.WriteBoolean("escapesFormulas", options.EscapesFormulas);
        if (!options.MissingCells.SequenceEqual(CsvOptions.UsualMissingCells))
        {
            json.WriteStartArray("missingCells");
            foreach (string cell in options.MissingCells)
                json.WriteTextValue(cell);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    })));

    /// <inheritdoc/>
    public ImmutableArray<string>? Parts => _files.Names();

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<SourceShard>> PlanAsync([OptionRange(AtLeast = 1)] long shardRows, CancellationToken cancellation = default)
    {
        CsvOptions options = Checked();
        ImmutableArray<SourceShard>.Builder shards = ImmutableArray.CreateBuilder<SourceShard>();
        foreach (string path in _files.List())
        {
            await CheckHeaderAsync(path, options, cancellation).ConfigureAwait(false);
            shards.AddRange(await File(path, options).PlanAsync(shardRows, cancellation).ConfigureAwait(false));
        }

        return shards.DrainToImmutable();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRows<T>> ReadAsync(SourceShard shard, [OptionRange(AtLeast = 1)] int batchRows, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        CsvOptions options = Checked();
        (Stream content, long headerLines) = await File(_files.Of(shard), options).OpenAsync(shard, cancellation).ConfigureAwait(false);
        using StreamReader text = new(content, s_utf8);
        CsvRecords<T> reader = new(shard.Part, options) { RowsBefore = shard.RowsBefore, LinesBefore = shard.LinesBefore - headerLines };
        RowCollector<T> rows = new(batchRows);
        using IEnumerator<(T Record, double Target)> records = reader.Each(text).GetEnumerator();
        while (Next(records, shard))
        {
            cancellation.ThrowIfCancellationRequested();
            Take(reader, rows);
            rows.Add(records.Current.Record, reader.Row);
            if (rows.IsFull)
                yield return rows.Take();
        }

        Take(reader, rows);
        if (!rows.IsEmpty)
            yield return rows.Take();
        if (shard.Rows is { } planned && reader.Row - shard.RowsBefore != planned)
            throw new BatchException($"{shard.Part} has {reader.Row - shard.RowsBefore} rows where {planned} were counted, since its lines end in more than one way or a quote stands where none may. Save it again as CSV.");
    }

    /// <inheritdoc/>
    public async ValueTask RequireUnchangedAsync(SourceShard shard, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        await File(_files.Of(shard), Checked()).RequireUnchangedAsync(shard, cancellation).ConfigureAwait(false);
    }

    /// <summary>Refuses a file whose columns do not fit before any shard is worked on.</summary>
    private static async Task CheckHeaderAsync(string path, CsvOptions options, CancellationToken cancellation)
    {
        SourceShard nothing = new(Path.GetFileName(path), 0, 0);
        (Stream content, _) = await File(path, options).OpenAsync(nothing, cancellation).ConfigureAwait(false);
        using StreamReader text = new(content, s_utf8);
        CsvRecords<T> reader = new(nothing.Part, options);
        using IEnumerator<(T Record, double Target)> records = reader.Each(text).GetEnumerator();
        if (Next(records, nothing) || !reader.Drain().IsEmpty)
            throw new BatchException($"{nothing.Part} has rows on the line of its header, since its lines end in a carriage return alone. Save it again with line feeds.");
    }

    private CsvOptions Checked()
    {
        if (Options is null || Options.MissingCells.IsDefault)
            throw new InvalidOptionException("Options of a CsvSource is null, or its MissingCells is; leave it out for the defaults.");
        CsvOptions options = Options with { CollectErrors = true };
        options.Check<T>();
        if (options.Target is not null)
            throw new InvalidOptionException("Options has a Target, which a job does not read; leave it out.");
        if (T.Schema.Media.FirstOrDefault(media => !media.IsText) is { } image)
            throw new InvalidOptionException($"{T.Schema.Name}.{image} is an image, which no CSV cell can hold; take the rows from a JsonLinesSource.");
        return options;
    }

    private static TextFile File(string path, CsvOptions options) => new(path, options.Delimiter, hasHeader: true, options.MaxRowBytes);

    private static void Take(CsvRecords<T> reader, RowCollector<T> rows)
    {
        foreach (CsvError error in reader.Drain())
            rows.Add(new BadRow(error.Row, error.Line, error.Column, error.Text, error.Reason));
    }

    private static bool Next(IEnumerator<(T Record, double Target)> records, SourceShard shard)
    {
        try
        {
            return records.MoveNext();
        }
        catch (DecoderFallbackException error)
        {
            throw new BatchException($"{shard.Part} is not UTF-8. {Csv.OtherEncoding}", inner: error);
        }
        catch (InvalidCsvException error)
        {
            throw new BatchException(error.Message, inner: error);
        }
    }
}
