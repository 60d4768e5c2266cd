using System.Globalization;

namespace TypedExplain.Metrics;

/// <summary>
/// Runs under different seeds that agree to the bit. Of a method that draws nothing they do so rightly; of one that draws
/// the seed was not passed on, and a measure of chance would say that there is none.
/// </summary>
internal static class IgnoredSeed
{
    private const int OtherSeed = 1_000_003;

    /// <summary>Refuses runs that agree although their explainer draws at random.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="model">The model.</param>
    /// <param name="seeds">The seed of each run; null for the rows' own explanations.</param>
    /// <param name="runs">For each run the explanations of all rows.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>Whether all runs agree to the bit, of a method that draws nothing or does not show its seed.</returns>
    /// <exception cref="InvalidOptionException">Two runs agree since they have the same seed.</exception>
    public static bool Check<T>(string metric, IModel<T> model, IReadOnlyList<int?> seeds, IReadOnlyList<IReadOnlyList<Explanation<T>>> runs, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        bool allAgree = true;
        for (int later = 1; later < runs.Count; later++)
        {
            for (int run = 0; run < later; run++)
            {
                if (!Agree(runs[run], runs[later]))
                    allAgree = false;
                else if (IsIgnored(model, runs[run], runs[later], cancellation))
                    throw new InvalidOptionException(Message(metric, runs[run][0].Explainer.Name, seeds[run], seeds[later]));
            }
        }

        return allAgree;
    }

    private static string Message(string metric, string method, int? seed, int? other) => seed is { } first
        ? string.Create(CultureInfo.InvariantCulture, $"{metric} explained the rows under the seeds {first} and {other} and got the same numbers to the bit, although {method} draws at random: the function given as Explainer does not pass its seed on. Write Explainer = seed => explainer with {{ Seed = seed }}.")
        : string.Create(CultureInfo.InvariantCulture, $"{metric} explained the rows under the seed {other} and got their own explanations to the bit, although {method} draws at random: they have the same seed. Pass the seed on (Explainer = seed => explainer with {{ Seed = seed }}), and let FirstSeed leave out the seed of the rows.");

    /// <summary>Whether explanations that agree have the same seed and would differ under another.</summary>
    private static bool IsIgnored<T>(IModel<T> model, IReadOnlyList<Explanation<T>> one, IReadOnlyList<Explanation<T>> other, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        for (int row = 0; row < one.Count; row++)
        {
            // The explainer that an explanation names has drawn, whatever it was wrapped into.
            if (SeedOf(one[row].Explainer) is not { } seed || SeedOf(other[row].Explainer) != seed)
                return false;
            IExplainer<T> own = one[row].Explainer, reseeded = Reseed(own, unchecked(seed + OtherSeed));
            if (!Agree(own.Explain(model, one[row].Instance, cancellation), reseeded.Explain(model, one[row].Instance, cancellation)))
                return true;
        }

        return false;
    }

    /// <summary>The seed of an explainer; null where it draws nothing or does not show it.</summary>
    public static int? SeedOf<T>(IExplainer<T> explainer)
        where T : IFeatureRecord<T> => explainer switch
        {
            LinearExplainer<T> linear => linear.Seed,
            CoalitionExplainer<T> coalitions => coalitions.Seed,
            Melime<T> melime => melime.Seed,
            RandomExplainer<T> random => random.Seed,
            _ => null,
        };

    /// <summary>The explainer with another seed, where it shows one.</summary>
    public static IExplainer<T> Reseed<T>(IExplainer<T> explainer, int seed)
        where T : IFeatureRecord<T> => explainer switch
        {
            LinearExplainer<T> linear => linear with { Seed = seed },
            CoalitionExplainer<T> coalitions => coalitions with { Seed = seed },
            Melime<T> melime => melime with { Seed = seed },
            RandomExplainer<T> random => random with { Seed = seed },
            _ => explainer,
        };

    private static bool Agree<T>(IReadOnlyList<Explanation<T>> one, IReadOnlyList<Explanation<T>> other)
        where T : IFeatureRecord<T>
    {
        for (int row = 0; row < one.Count; row++)
        {
            if (!Agree(one[row], other[row]))
                return false;
        }

        return true;
    }

    private static bool Agree<T>(Explanation<T> one, Explanation<T> other)
        where T : IFeatureRecord<T> =>
        one.Intercept.Equals(other.Intercept) && one.Importances().AsSpan().SequenceEqual(other.Importances());
}
