using System.Text;

namespace Papers;

/// <summary>A table in Markdown, its columns padded so that it reads as text too.</summary>
/// <param name="headings">The headings.</param>
public sealed class MarkdownTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Whether columns after the first are set to the right, as numbers are.</summary>
    public bool HasNumbers { get; init; }

    /// <summary>Whether there is any row.</summary>
    public bool HasRows => _rows.Count > 0;

    /// <summary>Adds a row, as many cells as there are headings.</summary>
    public void Add(params string[] cells)
    {
        if (cells.Length != headings.Length)
            throw new ArgumentException($"A row has {cells.Length} cells under {headings.Length} headings.");
        _rows.Add(cells);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        int[] widths = [.. headings.Select((heading, column) => _rows.Select(row => row[column].Length).Append(heading.Length).Append(3).Max())];
        StringBuilder text = new();
        Append(text, headings, widths);
        Append(text, [.. widths.Select((width, column) => IsRight(column) ? new string('-', width - 1) + ":" : new string('-', width))], widths);
        foreach (string[] row in _rows)
            Append(text, row, widths);
        return text.ToString();
    }

    private bool IsRight(int column) => HasNumbers && column > 0;

    private void Append(StringBuilder text, string[] cells, int[] widths) =>
        text.Append("| ").AppendJoin(" | ", cells.Select((cell, column) => IsRight(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).Append(" |\n");
}
