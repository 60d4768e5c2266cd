using System.Globalization;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Pages;

/// <summary>The table of intervals.</summary>
public static class CoveragePage
{
    public static void Write(TextWriter page, Settings settings)
    {
        page.WriteLine("# How often nominal 95 % intervals cover the method's own limit\n");
        foreach (QualitySet set in AllSets.Five(settings))
        {
            page.WriteLine($"## {set.Name}\n");
            MarkdownTable.Write(
                page,
                ["method", "samples", "covered, %", "trials"],
                set.Cover(settings).Select(covered => (string[])[covered.Method, Text(covered.Samples), (100 * covered.Share).ToString("0.0", CultureInfo.InvariantCulture), Text(covered.Trials)]));
            page.Flush();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
