using TypedExplain.Decisions.Actions;
using TypedExplain.Schema;

namespace TypedExplain.Decisions.Starts;

/// <summary>
/// What an explanation says would change the answer: of each feature the option with the most effect for its cost, the best first by itself
/// and then together with those before it.
/// </summary>
internal static class GuideProposals
{
    private const int Most = 64;

    /// <param name="space">What actions can make of the instance.</param>
    /// <param name="effects">The effect of each feature: of a number per unit on its scale, of a flag or category its own value less another.</param>
    /// <param name="sign">1 where the answer is to rise, −1 where it is to fall.</param>
    public static IEnumerable<int[]> Of<T>(ActionSpace<T> space, Attribution<T> effects, int sign)
        where T : IFeatureRecord<T>
    {
        List<(Feature<T> Feature, double Factor)>[] changed = [.. space.Movers.Select(_ => new List<(Feature<T>, double)>())];
        Influence<T> influence = new(space);
        foreach (Feature<T> feature in space.Schema.Features)
        {
            foreach ((int mover, double factor) in influence.On(feature.Index))
                changed[mover].Add((feature, factor));
        }

        (int Mover, int Option, double Price)[] best = [.. Enumerable.Range(0, space.Movers.Length)
            .Select(mover => Enumerable.Range(1, space.Movers[mover].Options.Length - 1)
                .Select(option => (Mover: mover, Option: option, Price: Gain(mover, option) / space.Movers[mover].Options[option].Cost))
                .MaxBy(option => option.Price))
            .Where(option => option.Price > 0)
            .OrderByDescending(option => option.Price)
            .ThenBy(option => option.Mover)];
        int[] together = new int[space.Movers.Length];
        foreach ((int mover, int option, _) in best.Take(Most))
        {
            int[] alone = new int[space.Movers.Length];
            alone[mover] = option;
            yield return alone;
            together[mover] = option;
            yield return [.. together];

            // Of a number also as far as it goes.
            int[] far = [.. together];
            far[mover] = Enumerable.Range(1, space.Movers[mover].Options.Length - 1).MaxBy(other => Gain(mover, other));
            yield return far;
        }

        double Gain(int mover, int option)
        {
            double gain = 0, from = space.Movers[mover].Options[0].Value, to = space.Movers[mover].Options[option].Value;
            foreach ((Feature<T> feature, double factor) in changed[mover])
                gain += feature.IsNumeric ? effects[feature] * Moved(feature, factor * (to - from)) : -effects[feature];
            return sign * gain;
        }

        double Moved(Feature<T> feature, double by)
        {
            Axis axis = T.Schema.Axes[feature.Index];
            double own = space.Instance[feature.Column];
            return feature.Limits.Contains(own + by) ? axis.Scaled(own + by) - axis.Scaled(own) : 0;
        }
    }
}
