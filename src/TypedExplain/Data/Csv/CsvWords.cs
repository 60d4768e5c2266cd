namespace TypedExplain;

/// <summary>The words in which a bad cell is reported.</summary>
internal static class CsvWords
{
    private const int Shown = 40;

    public static string Must(string allowed) => $"it must be {allowed}";

    public static string Missing(string allowed) => $"a value is missing; {Must(allowed)}";

    /// <summary>A cell's text in one short line.</summary>
    public static string Shorten(string text)
    {
        string line = text.Length <= Shown ? text : text[..Shown] + "...";
        return line.Replace("\r", "\\r").Replace("\n", "\\n");
    }
}
