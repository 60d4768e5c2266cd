using System.Collections.Immutable;

namespace TypedExplain.Batch;

/// <summary>Results of some rows, column by column, as a format writes them.</summary>
public sealed class ResultRows
{
    private readonly Array[] _cells;
    private int _column;

    internal ResultRows(ImmutableArray<ResultColumn> columns, int capacity)
    {
        Columns = columns;
        Capacity = capacity;
        _cells = [.. columns.Select(Array (column) => column.Kind switch
        {
            ResultColumnKind.Number => new double[capacity],
            ResultColumnKind.Count => new long?[capacity],
            ResultColumnKind.Text => new string?[capacity],
            _ => new bool?[capacity],
        })];
    }

    /// <summary>What the cells hold, from left to right.</summary>
    public ImmutableArray<ResultColumn> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    internal int Capacity { get; }

    /// <summary>The cells of a column of numbers; NaN where there is none.</summary>
    /// <param name="column">Position of the column.</param>
    /// <exception cref="InvalidOptionException">It is of another kind.</exception>
    public ReadOnlySpan<double> Numbers([OptionRange(AtLeast = 0)] int column) => Cells<double>(column, ResultColumnKind.Number);

    /// <summary>The cells of a column of whole numbers; null where there is none.</summary>
    /// <param name="column">Position of the column.</param>
    /// <exception cref="InvalidOptionException">It is of another kind.</exception>
    public ReadOnlySpan<long?> Counts([OptionRange(AtLeast = 0)] int column) => Cells<long?>(column, ResultColumnKind.Count);

    /// <summary>The cells of a column of texts; null where there is none.</summary>
    /// <param name="column">Position of the column.</param>
    /// <exception cref="InvalidOptionException">It is of another kind.</exception>
    public ReadOnlySpan<string?> Texts([OptionRange(AtLeast = 0)] int column) => Cells<string?>(column, ResultColumnKind.Text);

    /// <summary>The cells of a column of flags; null where there is none.</summary>
    /// <param name="column">Position of the column.</param>
    /// <exception cref="InvalidOptionException">It is of another kind.</exception>
    public ReadOnlySpan<bool?> Flags([OptionRange(AtLeast = 0)] int column) => Cells<bool?>(column, ResultColumnKind.Flag);

    internal void Add(double value) => ((double[])_cells[_column++])[Count] = value;

    internal void Add(long? value) => ((long?[])_cells[_column++])[Count] = value;

    internal void Add(string? value) => ((string?[])_cells[_column++])[Count] = value;

    internal void Add(bool? value) => ((bool?[])_cells[_column++])[Count] = value;

    /// <summary>Begins anew, in the same memory.</summary>
    internal void Clear() => (Count, _column) = (0, 0);

    /// <summary>Ends a row; cells that were not added are empty.</summary>
    internal void EndRow()
    {
        for (; _column < _cells.Length; _column++)
        {
            if (_cells[_column] is double[] numbers)
                numbers[Count] = double.NaN;
            else
                Array.Clear(_cells[_column], Count, 1);
        }

        _column = 0;
        Count++;
    }

    private ReadOnlySpan<TCell> Cells<TCell>(int column, ResultColumnKind kind)
    {
        if (column < 0 || column >= _cells.Length)
            throw new InvalidOptionException($"column is {column}; it must be 0 to {_cells.Length - 1}.");
        return Columns[column].Kind == kind
            ? ((TCell[])_cells[column]).AsSpan(0, Count)
            : throw new InvalidOptionException($"column {Columns[column].Name} holds {Columns[column].Kind}, not {kind}.");
    }
}
