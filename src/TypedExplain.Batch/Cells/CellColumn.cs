using System.Globalization;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Generated;

namespace TypedExplain.Batch.Cells;

/// <summary>The cells of one column in some rows. Its memory is used again for the next rows.</summary>
internal sealed class CellColumn
{
    private readonly CellKind[] _kinds;

    public CellColumn(TableColumn column, int capacity)
    {
        Column = column;
        IsNull = new bool[capacity];
        _kinds = new CellKind[capacity];
        Numbers = new double[column.Kind is CellKind.Number or CellKind.Single ? capacity : 0];
        Wholes = new long[column.Kind is CellKind.Whole or CellKind.Flag or CellKind.Duration ? capacity : 0];
        Texts = new string?[Numbers.Length + Wholes.Length == 0 ? capacity : 0];
    }

    /// <summary>The column.</summary>
    public TableColumn Column { get; }

    /// <summary>The cells of a column of numbers.</summary>
    public double[] Numbers { get; }

    /// <summary>The cells of a column of whole numbers, flags or durations.</summary>
    public long[] Wholes { get; }

    /// <summary>The cells of every other column, and those that are of another kind than their column.</summary>
    public string?[] Texts { get; private set; }

    /// <summary>Whether there is no value.</summary>
    public bool[] IsNull { get; }

    /// <summary>Whether any value may be missing or of another kind than its column.</summary>
    public bool HasOdd { get; private set; }

    /// <summary>Forgets the rows before.</summary>
    public void Clear()
    {
        if (!HasOdd)
            return;
        Array.Clear(IsNull);
        Array.Clear(_kinds);
        HasOdd = false;
    }

    /// <summary>Says that a row has no value.</summary>
    public void SetNull(int row) => HasOdd = IsNull[row] = true;

    /// <summary>Takes a cell that is of another kind than its column, as some databases have them.</summary>
    public void SetOdd(int row, CellKind kind, string text)
    {
        if (Texts.Length == 0)
            Texts = new string?[IsNull.Length];
        (Texts[row], _kinds[row], HasOdd) = (text, kind + 1, true);
    }

    /// <summary>Whether a cell is of the column's kind, and there.</summary>
    public bool IsUsual(int row) => !HasOdd || (!IsNull[row] && _kinds[row] == 0);

    /// <summary>What a cell is.</summary>
    public CellKind KindOf(int row) => _kinds[row] == 0 ? Column.Kind : _kinds[row] - 1;

    /// <summary>A cell as the cell of a text file holds it: numbers with the fewest digits that tell them from others of their type.</summary>
    /// <param name="row">The row.</param>
    /// <param name="unit">The unit in which a duration is told.</param>
    public string Text(int row, TimeUnit? unit) => (IsUsual(row) ? Column.Kind : CellKind.Text) switch
    {
        CellKind.Number => CsvNumber.Write(Numbers[row]),
        CellKind.Single => CsvPrecision.Write(Numbers[row], NumberPrecision.Single),
        CellKind.Whole => Wholes[row].ToString(CultureInfo.InvariantCulture),
        CellKind.Flag => Wholes[row] == 0 ? "false" : "true",
        CellKind.Duration => Duration(Wholes[row] * Column.UnitTicks, unit ?? TimeUnit.Seconds),
        _ => IsNull[row] ? "" : Texts[row]!,
    };

    private static string Duration(decimal ticks, TimeUnit unit) => ticks == decimal.Truncate(ticks) && ticks is >= long.MinValue and <= long.MaxValue
        ? CsvDuration.Write((long)ticks, unit)
        : (ticks / Cell.TicksOf(unit)).ToString(CultureInfo.InvariantCulture);
}
