using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Generated;
using TypedExplain.Testing.Reasons;

namespace TypedExplain.Testing;

public static partial class ExplanationAssert
{
    /// <summary>
    /// The effect of a feature has a stated direction for at least a share of the explanations in which it has any. The direction of a number is
    /// that of more of it, that of a flag is of its being set, whether the instance has it or not, and that of a category is of the
    /// instance's own against another. Effects that
    /// the samples cannot tell from 0 (<see cref="Explanation{T}.Undecided"/>), and those that are 0, are undecided: they do not count,
    /// unless that is asked for; if there are no others, nothing would be tested, and the assertion fails.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explanations">The explanations; at least one.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="minimumShare">The share that must have it, from 0 to 1.</param>
    /// <param name="undecidedFails">Whether an undecided effect counts as one that does not have it.</param>
    /// <exception cref="ExplanationAssertException">Fewer have it, or none is decided.</exception>
    /// <exception cref="InvalidOptionException">A number is outside what it may be, or the direction has no name.</exception>
    /// <exception cref="InvalidDatasetException">There is no explanation.</exception>
    public static void SameDirection<T>(
        IReadOnlyList<Explanation<T>> explanations,
        Feature<T> feature,
        EffectDirection direction,
        [OptionRange(AtLeast = 0, AtMost = 1)] double minimumShare = 1,
        bool undecidedFails = false)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explanations);
        ArgumentNullException.ThrowIfNull(feature);
        int stated = direction switch
        {
            EffectDirection.Raises => 1,
            EffectDirection.Lowers => -1,
            _ => throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"direction of {nameof(SameDirection)} is {(int)direction}; it must be {nameof(EffectDirection.Raises)} or {nameof(EffectDirection.Lowers)}.")),
        };
        Directions(explanations, feature, row => (DecidedSign(Own(explanations, row), feature), stated), $"as stated: that it {(stated > 0 ? "raises" : "lowers")} the answer", minimumShare, undecidedFails);
    }

    /// <summary>
    /// The effect of a feature has the same direction in two explanations of each instance, by two explainers or of two models,
    /// for at least a share of the instances for which both are decided.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explanations">The explanations; at least one.</param>
    /// <param name="others">Explanations of the same instances in the same order.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="minimumShare">The share that must have it, from 0 to 1.</param>
    /// <param name="undecidedFails">Whether an instance for which one of both is undecided counts as one that does not have it.</param>
    /// <exception cref="ExplanationAssertException">Fewer have it, or none is decided.</exception>
    /// <exception cref="InvalidOptionException">A number is outside what it may be, or the lists are not as long as each other.</exception>
    /// <exception cref="InvalidDatasetException">There is no explanation.</exception>
    public static void SameDirection<T>(
        IReadOnlyList<Explanation<T>> explanations,
        IReadOnlyList<Explanation<T>> others,
        Feature<T> feature,
        [OptionRange(AtLeast = 0, AtMost = 1)] double minimumShare = 1,
        bool undecidedFails = false)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explanations);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(feature);
        if (explanations.Count != others.Count)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{nameof(SameDirection)} was given {explanations.Count} {Noun.Of(explanations.Count, "explanation")} and {others.Count} others; each instance needs one of both."));
        Directions(explanations, feature, row => (DecidedSign(Own(explanations, row), feature), DecidedSign(Own(others, row), feature)), "of both", minimumShare, undecidedFails);
    }

    private static void Directions<T>(IReadOnlyList<Explanation<T>> explanations, Feature<T> feature, Func<int, (int Sign, int Wanted)> signs, string wanted, double minimumShare, bool undecidedFails)
        where T : IFeatureRecord<T>
    {
        Given.Share(minimumShare, nameof(minimumShare), nameof(SameDirection));
        Given.Any(explanations.Count, "explanations", nameof(SameDirection));
        List<string> otherwise = [];
        int undecided = 0;
        for (int row = 0; row < explanations.Count; row++)
        {
            (int sign, int expected) = signs(row);
            bool isUndecided = sign == 0 || expected == 0;
            undecided += isUndecided ? 1 : 0;
            if (isUndecided ? undecidedFails : sign != expected)
                otherwise.Add($"{InstanceText.Of(row, explanations[row].Instance)}: {(isUndecided ? "undecided" : feature.IsProtected ? "withheld (protected)" : string.Create(CultureInfo.InvariantCulture, $"{Oriented(explanations[row], feature):+0.####;-0.####}{(feature.IsNumeric ? " per standard deviation" : "")}"))}");
        }

        int counted = undecidedFails ? explanations.Count : explanations.Count - undecided;
        if (counted == 0)
            throw new ExplanationAssertException(string.Create(CultureInfo.InvariantCulture, $"None of {explanations.Count} effects of {feature.DisplayName} is decided, so nothing was tested of its direction. Draw more samples, or take instances for which it matters."));
        Share same = new(counted - otherwise.Count, counted);
        if (same.Value >= minimumShare)
            return;
        throw new ExplanationAssertException(string.Create(
            CultureInfo.InvariantCulture,
            $"The direction of {feature.DisplayName} is that {wanted}, for {same}; at least {100 * minimumShare:0.###} % must be. {undecided} of {explanations.Count} are undecided.{InstanceText.Lines(otherwise)}\nIf the model is right, state a smaller share or the other direction; if the samples are too few, draw more."));
    }

    /// <summary>The sign of an effect; 0 where it is 0 or cannot be told from it.</summary>
    private static int DecidedSign<T>(Explanation<T> explanation, Feature<T> feature)
        where T : IFeatureRecord<T> =>
        explanation.Undecided is { } undecided && undecided.Contains(feature) ? 0 : Math.Sign(Oriented(explanation, feature));

    /// <summary>The effect per standard deviation; of a flag that of its being set, which the instance's own effect is the opposite of where it is not set.</summary>
    private static double Oriented<T>(Explanation<T> explanation, Feature<T> feature)
        where T : IFeatureRecord<T>
    {
        double effect = explanation.Standardized[feature];
        bool isFlag = feature.Kind is FeatureKind.Flag or FeatureKind.Missing;
        return isFlag && !Cell.ToBoolean(explanation.Columns[feature.Column]) ? -effect : effect;
    }

    private static Explanation<T> Own<T>(IReadOnlyList<Explanation<T>> explanations, int row)
        where T : IFeatureRecord<T> =>
        explanations[row] ?? throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Explanation {row} is null; each must be given."));
}
