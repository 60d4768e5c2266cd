using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Decisions.Actions;

/// <summary>The values that a feature's annotations allow an action to give it.</summary>
/// <param name="costs">The user's costs; null for steps times the stated cost.</param>
internal sealed class Options<T>(IActionCost<T>? costs)
    where T : IFeatureRecord<T>
{
    // More values than this of one feature are beyond any search, and a step that is meant is not so small.
    private const int Most = 1_000_000;

    /// <summary>Whether an action may choose the feature's value at all.</summary>
    public static bool MayChange(Feature<T> feature, ReadOnlySpan<double> instance) =>
        feature.Kind != FeatureKind.Missing && !feature.Constraints.HasFlag(FeatureConstraints.Immutable) && feature.IsPresent(instance);

    /// <summary>The values of a feature: the instance's own, then the others from the cheapest to the dearest, and of equally dear ones in rising order.</summary>
    public Option[] Of(Feature<T> feature, ReadOnlySpan<double> instance)
    {
        double own = FeatureNumber.Read(feature, instance);
        IEnumerable<(double Value, int Steps)> others = feature.Kind switch
        {
            FeatureKind.Flag => Allowed(feature, own == 0 ? 1 : -1) ? [(1 - own, 1)] : [],
            FeatureKind.Category => Enumerable.Range(0, feature.Categories.Length).Where(category => category != own).Select(category => ((double)category, 1)),
            _ => Grid(feature, own, instance),
        };
        return [new(own, 0, 0), .. others.Select(other => new Option(other.Value, other.Steps, CostOf(feature, own, other.Value, other.Steps))).OrderBy(option => option.Cost).ThenBy(option => option.Value)];
    }

    private static List<(double Value, int Steps)> Grid(Feature<T> feature, double own, ReadOnlySpan<double> instance)
    {
        double step = feature.Step ?? (feature.Kind == FeatureKind.Real
            ? throw new InvalidOptionException($"Recourse cannot change {T.Schema.Name}.{feature}, because it has no step: state the smallest change that a person can make with [Step(...)], or that nobody can change it with [Immutable].")
            : 1);
        List<(double Value, int Steps)> found = [];
        foreach (int sign in (ReadOnlySpan<int>)[-1, 1])
        {
            if (!Allowed(feature, sign))
                continue;
            double end = sign < 0 ? feature.Limits.Minimum : feature.Limits.Maximum;
            double steps = Math.Floor(Math.Abs(end - own) / step), atMost = feature.MostSteps ?? double.PositiveInfinity;
            if (Math.Min(steps, atMost) > Most)
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Recourse cannot change {T.Schema.Name}.{feature} by steps of {step}: more than {Most} of them lie {(sign < 0 ? "below" : "above")} the instance's. State a range with [Numeric(...)], a larger step, or how many of them an action can make with [Step({step}, AtMost = ...)]."));

            // One more than fit: what rounds into the range is in it, and what does not ends the steps.
            int most = (int)Math.Min(steps + 1, atMost);
            double last = own;
            for (int count = 1; count <= most; count++)
            {
                double value = FeatureNumber.Kept(feature, FeatureNumber.Moved(own, FeatureNumber.Times(step, sign * count)), instance);
                if (!feature.Limits.Contains(value))
                    break;

                // Of a large number the type may not keep one step, and keep several.
                if (value == last)
                    continue;
                found.Add((last = value, count));
            }
        }

        return found;
    }

    private static bool Allowed(Feature<T> feature, int sign) =>
        !feature.Constraints.HasFlag(sign > 0 ? FeatureConstraints.OnlyDecreases : FeatureConstraints.OnlyIncreases);

    private double CostOf(Feature<T> feature, double from, double to, int steps)
    {
        double cost = costs?.CostOf(feature, from, to, steps) ?? steps * (feature.Cost ?? 1);
        return cost > 0 && double.IsFinite(cost)
            ? cost
            : throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Cost of recourse gives {cost} for a change of {T.Schema.Name}.{feature} by {steps} {Noun.Of(steps, "step")}; a cost must be finite and above 0."));
    }
}
