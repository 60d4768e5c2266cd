using System.Globalization;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Pages;

/// <summary>What more samples buy.</summary>
public static class SamplesPage
{
    public static void Write(TextWriter page, Settings settings)
    {
        page.WriteLine("# What more samples buy\n");
        foreach (QualitySet set in AllSets.Five(settings).Concat(AllSets.Credit(settings)))
        {
            page.WriteLine($"## {set.Name}\n");
            MarkdownTable.Write(
                page,
                ["method", "samples", "top 3 changes, %", "top 3 told, %", "effects told from 0, %", "interval's width, %"],
                set.Tell(settings).Select(told => (string[])[told.Method, told.Samples.ToString(CultureInfo.InvariantCulture), Percent(told.TopChanges), Percent(told.TopDecided), Percent(told.Decided), Percent(told.Width)]));
            page.Flush();
        }
    }

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture);
}
