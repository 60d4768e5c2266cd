using System.Globalization;

namespace TypedExplain.Quality.Pages;

/// <summary>Tables as Markdown.</summary>
public static class MarkdownTable
{
    public static void Write(TextWriter page, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line(page, heads);
        Line(page, [.. heads.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in rows)
            Line(page, row);
        page.WriteLine();
    }

    public static string Number(double value) => value.ToString(Math.Abs(value) >= 1 ? "0.00" : "0.0000", CultureInfo.InvariantCulture);

    private static void Line(TextWriter page, IReadOnlyList<string> cells) => page.WriteLine($"| {string.Join(" | ", cells)} |");
}
