using System.Collections.Immutable;
using TypedExplain.Explanations;
using TypedExplain.Surrogates.Inference;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    private const int FirstReasons = 3;

    private readonly EffectInference? _inference;

    /// <summary>
    /// The standard error of each effect per standard deviation: how far it would move with other samples, infinite where
    /// those are too few to tell. By the sandwich of the weighted fit on the chosen features, without its penalty; a feature that
    /// was not chosen has 0. Null where the explainer was asked to leave it out (<see cref="LinearExplainer{T}.StandardErrors"/>)
    /// or has none.
    /// </summary>
    public FeatureVector<T>? StandardErrors { get; private init; }

    /// <summary>The 95 % interval of each effect; null where there are no <see cref="StandardErrors"/>.</summary>
    public EffectIntervals<T>? Intervals { get; private init; }

    /// <summary>
    /// The features whose effects cannot be told from 0, in the order of the schema. At most one explanation in a hundred
    /// leaves out a feature that has no effect (a two-sided test of each, with Bonferroni's correction for their number). Null
    /// where there are no <see cref="StandardErrors"/>.
    /// </summary>
    public IReadOnlyList<Feature<T>>? Undecided => _inference is { } inference ? [.. T.Schema.Features.Where(feature => inference.IsUndecided[feature.Index])] : null;

    /// <summary>
    /// The features that have an effect, the most important first, in groups: that a group comes before the next one is told by
    /// the samples (with 95 % confidence for each pair of features), the order within it is not. After the tenth rank no order is
    /// looked for. Null where there are no <see cref="StandardErrors"/>.
    /// </summary>
    public IReadOnlyList<ImmutableArray<Feature<T>>>? RankedGroups => _inference is null ? null : Groups(_inference.Cuts);

    /// <summary>What the samples tell of the effects of features and of the parts of texts and images.</summary>
    internal EffectInference? Inference
    {
        get => _inference;
        init
        {
            _inference = value;
            if (value is null)
                return;
            int features = T.Schema.Features.Length;
            StandardErrors = new(value.Errors[..features].ToArray());
            Intervals = new(value.Lower[..features].ToArray(), value.Upper[..features].ToArray(), _statistics);
        }
    }

    /// <summary>Whether it is told which features have the k largest effects, or all that have any where those are fewer.</summary>
    internal bool IsOrderTold(int reasons)
    {
        int some = 0;
        foreach (double effect in Standardized.AsSpan())
            some += effect != 0 ? 1 : 0;
        return _inference is not null && (some == 0 || _inference.Cuts.Contains(Math.Min(reasons, some)));
    }

    private IReadOnlyList<ImmutableArray<Feature<T>>> Groups(IReadOnlyList<int> cuts)
    {
        Feature<T>[] ranked = [.. RankedFeatures.By(Standardized).Where(feature => Standardized[feature] != 0)];
        List<ImmutableArray<Feature<T>>> groups = [];
        int from = 0;
        foreach (int to in cuts.Append(ranked.Length).Distinct())
        {
            groups.Add([.. ranked[from..to]]);
            from = to;
        }

        return [.. groups.Where(group => group.Length > 0)];
    }
}
