using System.Globalization;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Pages;

/// <summary>The tables of SHAP values: errors and coverage of the adjusted and the published estimator, and coverage of orders.</summary>
public static class ShapPage
{
    private const double Normal = 1.96;

    public static void Write(TextWriter page, Settings settings)
    {
        page.WriteLine("# How far SHAP values are off for the same queries\n");
        List<string[]> errors = [], orders = [];
        foreach (ShapGame game in ShapGame.All())
        {
            foreach (int times in (int[])[10, 20, 40])
            {
                int samples = Math.Min(times * game.Players, (1 << Math.Min(game.Players, 20)) - 4);
                KernelShap<Thirty> adjusted = new() { Estimator = CoalitionEstimator.Adjusted, Background = game.Background, ExactUpTo = 0, Samples = Math.Max(samples, 60) };
                if (samples < 60 || samples > (1L << game.Players) - 4)
                    continue;
                Trial[] now = Trials(game, settings, seed => adjusted with { Seed = seed }), before = Trials(game, settings, seed => adjusted with { Seed = seed, Estimator = CoalitionEstimator.Published });
                double[] less = [.. before.Zip(now, (published, own) => (published.Squares / 2) - own.Squares)];
                errors.Add([game.Name, Text(samples), Root(before), Root(now), (before.Sum(trial => trial.Squares) / now.Sum(trial => trial.Squares)).ToString("0.0", CultureInfo.InvariantCulture), Paired(less), Covered(before), Covered(now)]);
            }

            foreach (int permutations in (int[])[5, 10, 40])
                orders.Add([game.Name, Text(permutations), Covered(Trials(game, settings, seed => new PermutationShap<Thirty> { Background = game.Background, Permutations = permutations, Seed = seed }))]);
        }

        MarkdownTable.Write(page, ["game", "coalitions", "error, published", "error, adjusted", "ratio of squares", "t of: less than half the square", "published covers, %", "adjusted covers, %"], errors);
        page.WriteLine("\n## Orders\n");
        MarkdownTable.Write(page, ["game", "permutations", "covered, %"], orders);
    }

    private static Trial[] Trials(ShapGame game, Settings settings, Func<int, IShapExplainer<Thirty>> explainer) => [.. Enumerable.Range(0, settings.Seeds).Select(seed =>
    {
        ShapValues<Thirty> values = explainer(seed).Values(game.Model, game.Instance);
        double squares = 0;
        int covered = 0;
        for (int i = 0; i < game.Players; i++)
        {
            double off = values.Contributions[i] - game.Exact[i];
            squares += off * off;
            covered += Math.Abs(off) <= (Normal * values.StandardErrors![i]) + 1e-12 ? 1 : 0;
        }

        return new Trial(squares / game.Players, covered / (double)game.Players);
    })];

    private static string Root(Trial[] trials) => Math.Sqrt(trials.Average(trial => trial.Squares)).ToString("G3", CultureInfo.InvariantCulture);

    private static string Covered(Trial[] trials) => (100 * trials.Average(trial => trial.Covered)).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Paired(double[] differences)
    {
        double mean = differences.Average(), spread = differences.Sum(value => (value - mean) * (value - mean)) / (differences.Length - 1);
        return (mean / Math.Sqrt(spread / differences.Length)).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Trial(double Squares, double Covered);
}
