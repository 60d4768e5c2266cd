namespace TypedExplain.Data.CsvFiles;

/// <summary>Texts that a spreadsheet would run: written with one more apostrophe before them than they have, so that reading gives them back.</summary>
internal static class CsvFormula
{
    /// <summary>The cell of a text.</summary>
    public static string Escape(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>The text of a cell.</summary>
    public static string Unescape(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    private static bool IsFormula(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
