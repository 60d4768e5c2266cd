using System.Text;

namespace TypedExplain.Testing.Diffs;

/// <summary>A table whose first column is of names and the others of numbers.</summary>
internal sealed class TextTable(params string[] heading)
{
    private readonly List<string[]> _rows = [heading];

    /// <summary>Adds a line.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the lines, indented, names to the left and numbers to the right.</summary>
    public void Write(StringBuilder text)
    {
        int[] widths = [.. heading.Select((_, column) => _rows.Max(row => row[column].Length))];
        foreach (string[] row in _rows)
        {
            text.Append("  ").Append(row[0].PadRight(widths[0]));
            for (int column = 1; column < row.Length; column++)
                text.Append("  ").Append(row[column].PadLeft(widths[column]));
            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }
    }
}
