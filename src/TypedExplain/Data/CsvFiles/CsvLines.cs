using TypedExplain.Generated;
using TypedExplain.Media;

namespace TypedExplain.Data.CsvFiles;

/// <summary>Writes rows of cells, quoted where they need it.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class CsvLines<T>(TextWriter text, CsvOptions options)
    where T : IFeatureRecord<T>
{
    private readonly CsvCell<T>[] _cells = CsvCell<T>.OfSchema();
    private readonly CsvMissing<T> _missing = new(options.MissingCells);
    private readonly double[] _columns = new double[T.Schema.Columns];
    private readonly TimeValues _times = new(T.Schema.Features.Length);
    private int _row;

    /// <summary>Writes the names of the features and of the target.</summary>
    public void Header(string? target) => Line([.. T.RowKey is { } key ? new[] { key.Name } : [], .. _cells.Select(cell => cell.Feature.Name), .. T.Schema.Media.Select(text => text.Name)], target);

    /// <summary>Writes a record and the cell of its target.</summary>
    /// <exception cref="InvalidFeatureException">The record holds what its schema does not allow or a cell cannot hold.</exception>
    public void Row(T record, string? target)
    {
        _row++;
        try
        {
            Line(Cells(record), target);
        }
        catch (InvalidFeatureException error)
        {
            throw error.InRow(_row);
        }
    }

    private string[] Cells(T record)
    {
        T.Schema.Encode(in record, _columns);
        MediaValues texts = T.Schema.ReadMedia(record);
        KeptValues<T>.RequireDecimals(record, _columns);
        _times.Clear();
        T.ReadTimes(in record, _times);
        foreach (CsvCell<T> cell in _cells)
            cell.RequireKept(_times);
        string[] cells = [.. _cells.Select(cell => cell.Write(_columns, _times))];
        _missing.RequireKept(_cells, cells, _columns);
        foreach (MediaFeature<T> text in T.Schema.Media)
            KeptValues<T>.RequireWellFormed(text.Name, texts.Text(text.Index));
        for (int i = 0; i < cells.Length; i++)
            KeptValues<T>.RequireWellFormed(_cells[i].Feature.Name, cells[i]);
        string[] media = [.. T.Schema.Media.Select(text => texts.Text(text.Index))], key = Key(record);
        if (!options.EscapesFormulas)
            return [.. key, .. cells, .. media];
        return [.. key.Select(CsvFormula.Escape), .. cells.Select((cell, i) => _cells[i].Feature.Categories.IsEmpty ? cell : CsvFormula.Escape(cell)), .. media.Select(CsvFormula.Escape)];
    }

    /// <summary>The cell of the record's key, if it has one.</summary>
    private static string[] Key(T record)
    {
        if (T.RowKey is not { } key)
            return [];
        string text = key.TextOf(record) ?? "";
        KeptValues<T>.RequireWellFormed(key.Name, text);
        return key.TryCarry(text, record, out _) ? [text] : throw InvalidFeatureException.NoKey<T>(key.Name, key.Allowed);
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
