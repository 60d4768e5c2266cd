using System.Globalization;
using TypedExplain.Quality.Measures;
using TypedExplain.Quality.Methods;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Pages;

/// <summary>The page of the table, the paired tests, iris with ten samples and the credit records.</summary>
public static class DefaultsPage
{
    public static void Write(TextWriter page, Settings settings)
    {
        page.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""
            # How good default explanations are

            Written by `dotnet run -c Release --project benchmarks/TypedExplain.Quality docs/defaults.md`; the same bits each time.
            The black box of each set is a random forest of the library. {{settings.Rows}} instances are explained with {{settings.Seeds}} seeds,
            at {{settings.Queries}} queries per explanation and otherwise default options, and compared with the method's own answer at
            {{settings.LimitQueries}} queries. MAPLE learns from {{settings.Queries}} background rows, and its limit from all; KernelSHAP divides its
            queries between coalitions and background rows.

            * **Seed variance** and **squared error**: the variance over seeds and the mean squared distance from the limit, summed over
              features, as shares of the mean squared size of the limits.
            * **CI**: the summed distance between the effects of an instance and those of its 3 nearest ones, as a share of the mean sum of
              the limits' magnitudes.
            * **Wrong signs**: the share of effects whose sign is opposite to the limit's.
            * **Top 3 changes**: the share of pairs of seeds whose sets of the three largest effects differ.
            * **Infidelity**: the mean distance of surrogate and model at {{settings.Fresh}} fresh neighbors, at radius 1 and 0.3.

            Everything is lower when better.

            """));
        foreach (QualitySet set in AllSets.Five(settings))
        {
            IReadOnlyList<Measured> measured = set.Measure(settings);
            page.WriteLine($"## {set.Name}\n");
            Table(page, measured);
            Tests(page, measured);
            page.Flush();
        }

        if (settings.Has("iris"))
        {
            page.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## Iris with ten samples\n\nThe paper's five kernel widths on {settings.Splits} divisions; the means over both.\n"));
            Table(page, TenSamples.Of(settings));
        }

        CreditPage.Write(page, settings);
    }

    /// <summary>One line per method, one column per measure.</summary>
    public static void Table(TextWriter page, IReadOnlyList<Measured> measured) => MarkdownTable.Write(
        page,
        ["method", .. measured[0].Scores.Select(score => score.Metric)],
        measured.Select(method => (string[])[method.Method, .. method.Scores.Select(score => MarkdownTable.Number(score.Mean))]));

    /// <summary>LINEX against the others that it is to beat, by the t of each measure.</summary>
    private static void Tests(TextWriter page, IReadOnlyList<Measured> measured)
    {
        Measured linex = measured.Single(method => method.Method == MethodList.Linex);
        Measured[] others = [.. measured.Where(method => method.Method is MethodList.SingleLime or MethodList.Lime or MethodList.Published)];
        page.WriteLine("Paired t over the instances, LINEX less the other; negative where LINEX is better.\n");
        MarkdownTable.Write(
            page,
            ["LINEX against", .. linex.Scores.Select(score => score.Metric)],
            others.Select(other => (string[])[other.Method, .. linex.Scores.Select(score => Student(score, other[score.Metric]))]));
    }

    private static string Student(Score one, Score other)
    {
        PairedTest test = PairedTest.Of(one, other);
        return test.StandardError == 0 ? "–" : (test.MeanDifference / test.StandardError).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
