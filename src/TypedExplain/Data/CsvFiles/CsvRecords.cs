using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CsvHelper;
using TypedExplain.Generated;
using TypedExplain.Media;
using TypedExplain.Schema;

namespace TypedExplain.Data.CsvFiles;

/// <summary>Reads a file row by row: CsvHelper divides it into cells, the schema says what they may hold.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class CsvRecords<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many errors are kept where they are thrown together in the end.</summary>
    private const int ThrownErrors = 100;

    private readonly string _source;
    private readonly CsvOptions _options;
    private readonly CsvErrors _errors;
    private readonly CsvCell<T>[] _cells = CsvCell<T>.OfSchema();
    private readonly CsvMissing<T> _missing;
    private readonly double[] _columns = new double[T.Schema.Columns];
    private readonly MediaFeature<T>[] _texts = [.. T.Schema.Media];
    private readonly MediaValues _media = new(T.Schema.Media.Length);
    private readonly TimeValues _times = new(T.Schema.Features.Length);
    private readonly double[] _held = new double[T.Schema.Columns];
    private CsvHeader? _header;
    private long _row;

    /// <summary>Prepares to read.</summary>
    /// <param name="source">What the file is called in messages.</param>
    /// <param name="options">Options that were checked.</param>
    public CsvRecords(string source, CsvOptions options)
    {
        _source = source;
        _options = options;
        _missing = new(options.MissingCells);
        _errors = new(options.CollectErrors ? int.MaxValue : ThrownErrors);
    }

    /// <summary>How many rows of the file come before the text, whose header was put before it again; 0 where it is the whole file.</summary>
    public long RowsBefore { get => _row; init => _row = value; }

    /// <summary>How many lines of the file come between the header and the text.</summary>
    public long LinesBefore { get; init; }

    /// <summary>The number of the row that was read last, from 1.</summary>
    public long Row => _row;

    /// <summary>Reads all rows.</summary>
    public CsvResult<T> Read(TextReader text)
    {
        ImmutableArray<T>.Builder rows = ImmutableArray.CreateBuilder<T>();
        ImmutableArray<double>.Builder targets = ImmutableArray.CreateBuilder<double>();
        foreach ((T record, double target) in Each(text))
        {
            rows.Add(record);
            if (_options.Target is not null)
                targets.Add(target);
        }

        if (_errors.Count > 0 && !_options.CollectErrors)
            throw new InvalidCsvException(_source, T.Schema.Name, _errors.Kept, _errors.Count);
        return new(rows.ToImmutable(), targets.ToImmutable(), _options.Target is null ? null : _options.TargetCells, _errors.Kept, _header!.Ignored);
    }

    /// <summary>Reads the records one after the other, with their targets; what is wrong with others is left to <see cref="Drain"/>.</summary>
    public IEnumerable<(T Record, double Target)> Each(TextReader text)
    {
        using CsvReader reader = CsvReader.Create(text, ReaderOptions(), leaveOpen: true);
        Open(reader);
        while (Next(reader))
        {
            _row++;
            if (reader.FieldCount != _header!.Count)
                _errors.Add(Line(reader.LineNumber), _row, "", "", $"the row has {Cells(reader.FieldCount)}, the header {_header.Count}");
            else if (ReadRow(reader, _header.Positions, out T? record, out double target))
                yield return (record, target);
        }
    }

    /// <summary>The errors since the last time that somebody asked.</summary>
    public ImmutableArray<CsvError> Drain() => _errors.Drain();

    private bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException error)
        {
            // Other malformed rows are skipped and reported.
            throw new InvalidCsvException($"{_source} has a row that is longer than {_options.MaxRowBytes} bytes, on line {Line(error.LineNumber)}. A quote that is never closed makes one; if the row is right, raise MaxRowBytes.", error);
        }
    }

    private void Open(CsvReader reader)
    {
        if (!Next(reader))
            throw new InvalidCsvException($"{_source} is empty; its first row must name the columns.");
        string[] names = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim('\uFEFF', ' ', '\t'))];
        IEnumerable<string> features = _cells.Select(cell => cell.Feature.Name);
        _header = CsvHeader.Match(
            _source,
            names,
            [.. features, .. _texts.Select(text => text.Name), .. Optional(T.RowKey?.Name), .. Optional(_options.Target)],
            _options.AllowExtraColumns);
    }

    private bool ReadRow(CsvReader reader, int[] positions, [MaybeNullWhen(false)] out T record, out double value)
    {
        long before = _errors.Count;
        _missing.Clear();
        for (int i = 0; i < _cells.Length; i++)
        {
            string text = _cells[i].Feature.Categories.IsEmpty ? reader.GetString(positions[i]) : Text(reader, positions[i]);
            if (!_missing.Takes(_cells[i], text, _columns) && _cells[i].Read(text, _columns, _times) is { } reason)
                Report(reader, _cells[i].Feature, text, _missing.Explain(text, reason, _cells[i].Feature));
        }

        foreach (CsvCell<T> cell in _missing.Resolve(_columns))
            Report(reader, cell.Feature, reader.GetString(positions[Array.IndexOf(_cells, cell)]), CsvWords.Missing(cell.Feature.Allowed));

        for (int i = 0; i < _texts.Length; i++)
            _media.Set(_texts[i].Index, Text(reader, positions[_cells.Length + i]));

        (record, value) = (default, 0);
        if (_options.Target is { } target)
        {
            string text = reader.GetString(positions[^1]);
            if (_options.TargetCells.Read(text, out value) is { } reason)
                _errors.Add(Line(reader.LineNumber), _row, target, text, _missing.Explain(text, reason, feature: null));
        }

        return _errors.Count == before && TryDecode(reader, positions, out record);
    }

    /// <summary>Makes the record of a row and takes it through the border like every other; reports it where the border refuses.</summary>
    private bool TryDecode(CsvReader reader, int[] positions, [MaybeNullWhen(false)] out T record)
    {
        try
        {
            record = T.Decode(_columns, _media, _times);
            T.Schema.Encode(in record, _held);
            return T.RowKey is not { } key || Carry(key, reader, Text(reader, positions[_cells.Length + _texts.Length]), ref record);
        }
        catch (InvalidFeatureException error)
        {
            int cell = Array.FindIndex(_cells, cell => cell.Feature.Name == error.Feature);
            string text = cell < 0 ? error.Value : Shown(_cells[cell].Feature, reader.GetString(positions[cell]));
            _errors.Add(Line(reader.LineNumber), _row, error.Feature, text, CsvWords.Must(error.Allowed));
        }

        record = default;
        return false;
    }

    /// <summary>Gives a record the key that its row has; reports a cell that is none.</summary>
    private bool Carry(RowKey<T> key, CsvReader reader, string text, ref T record)
    {
        if (key.TryCarry(text, record, out T? keyed))
        {
            record = keyed;
            return true;
        }

        _errors.Add(Line(reader.LineNumber), _row, key.Name, text, string.IsNullOrWhiteSpace(text) ? CsvWords.Missing(key.Allowed) : CsvWords.Must(text, key.Allowed));
        return false;
    }

    /// <summary>A cell of text, without what keeps spreadsheets from running it.</summary>
    private string Text(CsvReader reader, int position) =>
        _options.EscapesFormulas ? CsvFormula.Unescape(reader.GetString(position)) : reader.GetString(position);

    private void Report(CsvReader reader, Feature<T> feature, string text, string reason)
    {
        // A reason may name a letter of the cell.
        bool isHidden = feature.IsProtected && !string.IsNullOrWhiteSpace(text);
        _errors.Add(Line(reader.LineNumber), _row, feature.Name, Shown(feature, text), isHidden ? CsvWords.Must(feature.Allowed) : reason);
    }

    /// <summary>What a cell holds; of a protected feature only whether it holds anything.</summary>
    private static string Shown(Feature<T> feature, string text) => string.IsNullOrWhiteSpace(text) ? text : Protection.Shown(feature, text);

    private CsvReaderOptions ReaderOptions() => new()
    {
        Separator = _options.Delimiter,
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = _options.MaxRowBytes,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = Malformed,
    };

    private void Malformed(CsvMalformedRecord record)
    {
        string reason = record.Reason switch
        {
            CsvMalformedReason.StrayQuote => "a quote stands inside a cell that does not start with one",
            CsvMalformedReason.TextAfterClosingQuote => "text follows the closing quote of a cell; write a quote inside a quoted cell twice",
            _ => "the quote that opens a cell is never closed",
        };
        if (_header is null)
            throw new InvalidCsvException($"{_source} has no readable header: on line {record.LineNumber}, {reason}.");
        _errors.Add(Line(record.LineNumber), ++_row, "", "", reason);
    }

    private long Line(long line) => line + LinesBefore;

    private static string[] Optional(string? name) => name is null ? [] : [name];

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";
}
