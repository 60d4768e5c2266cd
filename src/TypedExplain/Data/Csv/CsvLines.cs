using System.Globalization;

namespace TypedExplain;

/// <summary>Writes rows of cells, quoted where they need it.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class CsvLines<T>(TextWriter text, CsvOptions options)
    where T : IFeatureRecord<T>
{
    private readonly CsvCell<T>[] _cells = CsvCell<T>.OfSchema();
    private readonly CsvMissing<T> _missing = new(options.MissingCells);
    private readonly double[] _columns = new double[T.Schema.Columns];
    private readonly double[] _short = new double[T.Schema.Columns];
    private readonly double[] _again = new double[T.Schema.Columns];

    /// <summary>Writes the names of the features and of the target.</summary>
    public void Header(string? target) => Line([.. _cells.Select(cell => cell.Feature.Name), .. T.Schema.Media.Select(text => text.Name)], target);

    /// <summary>Writes a record and the cell of its target.</summary>
    public void Row(T record, string? target)
    {
        T.Schema.Encode(in record, _columns);
        MediaValues texts = T.Schema.ReadMedia(record);
        Shorten(texts);
        string[] cells = [.. _cells.Select(cell => cell.Write(_columns))];
        _missing.RequireKept(_cells, cells, _columns);
        Line([.. cells, .. T.Schema.Media.Select(text => texts.Text(text.Index))], target);
    }

    /// <summary>
    /// Writes 0.1, not 0.10000000149011612, where the record holds a <see cref="float"/>: where it gives the same record.
    /// </summary>
    private void Shorten(MediaValues texts)
    {
        for (int column = 0; column < _columns.Length; column++)
        {
            float single = (float)_columns[column];
            _short[column] = single == _columns[column] ? double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : _columns[column];
        }

        if (_short.AsSpan().SequenceEqual(_columns))
            return;
        T record = T.Decode(_short, texts);
        T.Encode(in record, _again);
        for (int column = 0; column < _columns.Length; column++)
            _columns[column] = _again[column] == _columns[column] ? _short[column] : _columns[column];
    }

    private void Line(IEnumerable<string> cells, string? target)
    {
        text.Write(string.Join(options.Delimiter, (target is null ? cells : cells.Append(target)).Select(Quote)));
        text.Write('\n');
    }

    /// <summary>An empty cell is quoted too, so that a row of one is not a blank line.</summary>
    private string Quote(string cell)
    {
        bool isPlain = cell.Length > 0
            && cell.AsSpan().IndexOfAny("\"\r\n") < 0
            && !cell.Contains(options.Delimiter)
            && !char.IsWhiteSpace(cell[0]) && !char.IsWhiteSpace(cell[^1]);
        return isPlain ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
    }
}
