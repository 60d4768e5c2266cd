using System.Globalization;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Pages;

/// <summary>The credit records: how often the first three reasons change.</summary>
public static class CreditPage
{
    private const int Rows = 100, Queries = 1_000;

    public static void Write(TextWriter page, Settings settings)
    {
        Settings given = new();
        Settings credit = settings with
        {
            Rows = settings.Rows == given.Rows ? Rows : settings.Rows,
            Queries = settings.Queries == given.Queries ? Queries : settings.Queries,
        };
        page.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""
            ## Credit

            The share of pairs of seeds whose three largest effects differ, over {{credit.Rows}} applicants and {{credit.Seeds / 2}} pairs, at {{credit.Queries}} queries.
            The generated record has 21 features, 4 of which the model never reads.

            """));
        foreach (QualitySet set in AllSets.Credit(settings))
        {
            page.WriteLine($"### {set.Name}\n");
            DefaultsPage.Table(page, set.Tops(credit));
        }
    }
}
