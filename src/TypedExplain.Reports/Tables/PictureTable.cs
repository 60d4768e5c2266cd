using System.Collections.Immutable;

namespace TypedExplain.Reports;

/// <summary>The numbers of a picture as a table: all that is drawn, for those who do not see it, and for whoever goes on with them.</summary>
public sealed class PictureTable
{
    internal PictureTable(ImmutableArray<PictureColumn> columns, ImmutableArray<ImmutableArray<PictureCell>> rows) => (Columns, Rows) = (columns, rows);

    /// <summary>The columns; the first one names the rows.</summary>
    public ImmutableArray<PictureColumn> Columns { get; }

    /// <summary>The rows, each with a cell per column.</summary>
    public ImmutableArray<ImmutableArray<PictureCell>> Rows { get; }

    /// <summary>The cells of a row by a number for each column, or an empty cell.</summary>
    internal static PictureTable Of(IEnumerable<string> names, IEnumerable<IEnumerable<PictureCell>> rows)
    {
        ImmutableArray<ImmutableArray<PictureCell>> cells = [.. rows.Select(row => row.ToImmutableArray())];
        return new([.. names.Select((name, column) => new PictureColumn(name, column > 0 && cells.Any(row => row[column].Number is not null)))], cells);
    }

    /// <summary>The names of the columns, then a line for each row, with tabs between cells.</summary>
    public override string ToString() => string.Join('\n', [string.Join('\t', Columns), .. Rows.Select(row => string.Join('\t', row))]) + "\n";
}
