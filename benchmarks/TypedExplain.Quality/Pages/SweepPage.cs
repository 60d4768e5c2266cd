using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Pages;

/// <summary>The table that defaults are chosen by.</summary>
public static class SweepPage
{
    public static void Write(TextWriter page, Settings settings)
    {
        page.WriteLine("# Options measured\n");
        foreach (QualitySet set in AllSets.Five(settings))
        {
            page.WriteLine($"## {set.Name}\n");
            DefaultsPage.Table(page, set.Sweep(settings));
            page.Flush();
        }
    }
}
