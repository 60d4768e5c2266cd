using System.Globalization;
using TypedExplain.Metrics;

namespace TypedExplain.Testing.Reasons;

/// <summary>
/// Runs under different seeds that agree to the bit. Of a method that draws nothing they do so rightly; of one that draws the
/// seed was not passed on, and what only seeds change would pass for nothing.
/// </summary>
internal static class SeedCheck
{
    private const int OtherSeed = 1_000_003;

    /// <summary>Whether two runs agree in everything.</summary>
    public static bool Agree<T>(RankedReasons<T>?[] one, RankedReasons<T>?[] other)
        where T : IFeatureRecord<T> =>
        one.Zip(other).All(pair => pair is { First: { } first, Second: { } second } ? first.Agrees(second) : (pair.First is null) == (pair.Second is null));

    /// <summary>Refuses runs that agree although their explainer draws at random.</summary>
    /// <exception cref="InvalidOptionException">Both have the same seed.</exception>
    public static void RequireNoIgnoredSeed<T>(string owner, IModel<T> model, IReadOnlyList<T> instances, RankedReasons<T>?[] one, RankedReasons<T>?[] other, int seed, int otherSeed, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        for (int row = 0; row < one.Length; row++)
        {
            if (one[row] is not { } first || other[row] is not { } second)
                continue;

            // The explainer that an explanation names has drawn, whatever it was wrapped into.
            if (IgnoredSeed.SeedOf(first.Explainer) is not { } drawn || IgnoredSeed.SeedOf(second.Explainer) != drawn)
                return;
            IExplainer<T> reseeded = IgnoredSeed.Reseed(first.Explainer, unchecked(drawn + OtherSeed));
            RankedReasons<T> again = reseeded is IShapExplainer<T> shap ? RankedReasons<T>.Of(shap.Values(model, instances[row], cancellation)) : RankedReasons<T>.Of(reseeded.Explain(model, instances[row], cancellation));
            if (!first.Agrees(again))
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{owner} explained the instances under the seeds {seed} and {otherSeed} and got the same numbers to the bit, although {first.Explainer.Name} draws at random: the function given as explainer does not pass its seed on. Write seed => explainer with {{ Seed = seed }}."));
        }
    }
}
