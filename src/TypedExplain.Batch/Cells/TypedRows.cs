using System.Diagnostics.CodeAnalysis;
using TypedExplain.Batch.Rows;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Generated;
using TypedExplain.Schema;

namespace TypedExplain.Batch.Cells;

/// <summary>
/// Makes records of the cells of a typed table. Numbers that a feature holds to the bit go straight into the encoded row, column by
/// column; every other cell is read as the cell of a text file is, and refused by the same rules and in the same words.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class TypedRows<T>
    where T : IFeatureRecord<T>
{
    private static readonly int s_width = T.Schema.Columns;

    private readonly Feature<T>[] _features = TableHeader<T>.Features;
    private readonly CsvCell<T>[] _texts = CsvCell<T>.OfSchema();
    private readonly CellColumn[] _cells;
    private readonly NumberFit[] _fits;
    private readonly int[] _slow;
    private readonly double[] _rows;
    private readonly bool[] _needsCare;
    private readonly double[] _held = new double[s_width];
    private readonly MissingCells<T> _missing = new();
    private readonly TimeValues _times = new(T.Schema.Features.Length);
    private readonly MediaValues _media = new(T.Schema.Media.Length);

    /// <summary>Prepares.</summary>
    /// <param name="cells">The cells of each feature, then each text, then the key, where the rows are put.</param>
    /// <param name="capacity">How many rows there are at a time at most.</param>
    public TypedRows(CellColumn[] cells, int capacity)
    {
        _cells = cells;
        _fits = [.. _features.Select((feature, i) => NumberFit.Of(feature, cells[i].Column.Kind))];
        _slow = [.. Enumerable.Range(0, _features.Length).Where(i => _fits[i].Rule == NumberFit.Form.None)];
        _rows = new double[capacity * s_width];
        _needsCare = new bool[capacity];
    }

    /// <summary>Takes the numbers of rows that were put into the cells.</summary>
    /// <param name="count">How many.</param>
    public void Take(int count)
    {
        _needsCare.AsSpan(0, count).Clear();
        for (int i = 0; i < _features.Length; i++)
        {
            if (_fits[i].Rule == NumberFit.Form.None)
                continue;
            if (_cells[i].Numbers.Length > 0)
                TakeNumbers(i, count);
            else
                TakeWholes(i, count);
            for (int row = 0; _cells[i].HasOdd && row < count; row++)
                _needsCare[row] |= !_cells[i].IsUsual(row);
        }
    }

    /// <summary>Makes the record of a row, or tells what is wrong with it.</summary>
    /// <param name="row">Which of the rows.</param>
    /// <param name="number">Its number in the source.</param>
    /// <param name="into">Where to put it.</param>
    public void Add(int row, long number, RowCollector<T> into)
    {
        Span<double> columns = _rows.AsSpan(row * s_width, s_width);
        _missing.Clear();
        bool isGood = true;
        if (_needsCare[row])
        {
            for (int i = 0; i < _features.Length; i++)
                isGood &= Read(i, row, number, columns, into);
        }
        else
        {
            foreach (int i in _slow)
                isGood &= Read(i, row, number, columns, into);
        }

        _missing.Resolve(columns);
        foreach (Feature<T> feature in _missing.Wrong(columns))
        {
            into.Add(new BadRow(number, 0, feature.Name, "", CsvWords.Missing(feature.Allowed) + "."));
            isGood = false;
        }

        isGood &= ReadTexts(row, number, into);
        if (isGood && TryDecode(row, number, into, out T? record))
            into.Add(record, number);
    }

    private void TakeNumbers(int i, int count)
    {
        ReadOnlySpan<double> numbers = _cells[i].Numbers.AsSpan(0, count);
        NumberFit fit = _fits[i];
        for (int row = 0, at = fit.Column; row < numbers.Length; row++, at += s_width)
        {
            _rows[at] = numbers[row];
            _needsCare[row] |= !fit.Takes(numbers[row]);
        }
    }

    private void TakeWholes(int i, int count)
    {
        ReadOnlySpan<long> numbers = _cells[i].Wholes.AsSpan(0, count);
        NumberFit fit = _fits[i];
        for (int row = 0, at = fit.Column; row < numbers.Length; row++, at += s_width)
        {
            _rows[at] = numbers[row];
            _needsCare[row] |= !fit.Takes(numbers[row]);
        }
    }

    /// <summary>Reads a cell with care; false where it is reported.</summary>
    private bool Read(int i, int row, long number, Span<double> columns, RowCollector<T> into)
    {
        CellColumn cells = _cells[i];
        Feature<T> feature = _features[i];
        if (cells.IsNull[row])
        {
            _missing.Add(feature, columns);
            return true;
        }

        if (cells.IsUsual(row) && (cells.Numbers.Length > 0 ? _fits[i].Takes(cells.Numbers[row]) : cells.Wholes.Length > 0 && _fits[i].Takes(cells.Wholes[row])))
        {
            columns[feature.Column] = cells.Numbers.Length > 0 ? cells.Numbers[row] : cells.Wholes[row];
            return true;
        }

        string text = cells.Text(row, feature.DurationUnit);
        string? reason = CellFit.Wanted(feature, cells.KindOf(row)) is { } wanted ? $"it is of another type than its column; it must be of {wanted}"
            : Lost(cells, row, feature) ?? _texts[i].Read(text, columns, _times);
        if (reason is null)
            return true;
        bool isHidden = feature.IsProtected && !string.IsNullOrWhiteSpace(text);
        into.Add(new BadRow(number, 0, feature.Name, Shown(feature, text), (isHidden ? CsvWords.Must(feature.Allowed) : reason) + "."));
        return false;
    }

    /// <summary>What a double would lose of a whole number of 64 bits; null where nothing or where the feature's own rule tells.</summary>
    private static string? Lost(CellColumn cells, int row, Feature<T> feature) =>
        feature is { Kind: FeatureKind.Real, Precision: NumberPrecision.Full, DurationUnit: null } && cells.KindOf(row) == CellKind.Whole && cells.IsUsual(row) && (Int128)(double)cells.Wholes[row] != cells.Wholes[row]
            ? "it has more digits than a double keeps; round it"
            : null;

    private bool ReadTexts(int row, long number, RowCollector<T> into)
    {
        bool isGood = true;
        for (int i = 0; i < T.Schema.Media.Length; i++)
        {
            CellColumn cells = _cells[_features.Length + i];
            bool isText = cells.IsUsual(row);
            _media.Set(T.Schema.Media[i].Index, isText ? cells.Texts[row]! : "");
            if (!isText)
                into.Add(new BadRow(number, 0, T.Schema.Media[i].Name, "", cells.IsNull[row] ? CsvWords.Missing("a text") + "." : "it is of another type than its column; it must be a text."));
            isGood &= isText;
        }

        return isGood;
    }

    /// <summary>Makes the record of a row and takes it through the border like every other; reports it where the border refuses.</summary>
    private bool TryDecode(int row, long number, RowCollector<T> into, [MaybeNullWhen(false)] out T record)
    {
        try
        {
            record = T.Decode(_rows.AsSpan(row * s_width, s_width), _media, _times);
            T.Schema.Encode(in record, _held);
            return T.RowKey is not { } key || Carry(key, row, number, into, ref record);
        }
        catch (InvalidFeatureException error)
        {
            int cell = Array.FindIndex(_features, feature => feature.Name == error.Feature);
            string text = cell < 0 ? error.Value : Shown(_features[cell], _cells[cell].Text(row, _features[cell].DurationUnit));
            into.Add(new BadRow(number, 0, error.Feature, text, CsvWords.Must(error.Allowed) + "."));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Any member of the user's own record may refuse values.
            into.Add(new BadRow(number, 0, "", "", "the record's own code refuses these values."));
        }

        record = default;
        return false;
    }

    /// <summary>Gives a record the key that its row has; reports a cell that is none.</summary>
    private bool Carry(RowKey<T> key, int row, long number, RowCollector<T> into, ref T record)
    {
        CellColumn cells = _cells[^1];
        string text = cells.Text(row, unit: null);
        if ((cells.IsNull[row] || CellFit.Wanted(key.Form, cells.KindOf(row)) is null) && key.TryCarry(text, record, out T? keyed))
        {
            record = keyed;
            return true;
        }

        into.Add(new BadRow(number, 0, key.Name, CsvWords.Shorten(text), (string.IsNullOrWhiteSpace(text) ? CsvWords.Missing(key.Allowed) : CsvWords.Must(text, key.Allowed)) + "."));
        return false;
    }

    /// <summary>What a cell holds; of a protected feature only whether it holds anything.</summary>
    private static string Shown(Feature<T> feature, string text) => string.IsNullOrWhiteSpace(text) ? text : Protection.Shown(feature, CsvWords.Shorten(text));
}
