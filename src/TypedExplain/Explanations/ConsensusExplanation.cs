using System.Collections.Immutable;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>What several methods say of the same instance and the same samples, and how far they agree.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class ConsensusExplanation<T>
    where T : IFeatureRecord<T>
{
    internal ConsensusExplanation(Explanation<T>[] explanations)
    {
        Explanations = [.. explanations];
        SignAgreement = new([.. T.Schema.Features.Select(feature => Math.Abs(explanations.Sum(explanation => Math.Sign(explanation.Attribution[feature]))) / (double)explanations.Length)]);
        Mean = new([.. T.Schema.Features.Select(feature => explanations.Sum(explanation => explanation.Standardized[feature]) / explanations.Length)]);
        RankCorrelation = MeanRankCorrelation();
    }

    /// <summary>One explanation per method, in their order.</summary>
    public ImmutableArray<Explanation<T>> Explanations { get; }

    /// <summary>How many rows the model was asked about, for all methods together.</summary>
    public int Queries => Explanations.Max(explanation => explanation.Queries);

    /// <summary>|mean of the signs| over the methods: 1 where all agree on the direction; an effect of 0 has none.</summary>
    public FeatureVector<T> SignAgreement { get; }

    /// <summary>The mean over the methods of each effect per standard deviation.</summary>
    public FeatureVector<T> Mean { get; }

    /// <summary>
    /// Spearman's rank correlation of the importances (magnitudes of effects per standard deviation, or of a part), as the mean over pairs
    /// of methods: 1 where all rank the features alike. Of two methods one of which finds all features equally important
    /// it counts as 0, or as 1 where both do.
    /// </summary>
    public double RankCorrelation { get; }

    /// <summary>How many of the most important features all methods share, as a share of those looked at; protected ones count too.</summary>
    /// <param name="features">How many of the most important features to look at, at least 1.</param>
    /// <exception cref="InvalidOptionException">No feature is to be looked at.</exception>
    public double TopOverlap([OptionRange(AtLeast = 1)] int features)
    {
        if (features < 1)
            throw new InvalidOptionException($"features of an overlap is {features}; it must be at least 1.");
        int looked = Math.Min(features, T.Schema.Features.Length);
        if (looked == 0)
            return 1;
        IEnumerable<Feature<T>> shared = Explanations
            .Select(explanation => explanation.Attribution.Ranked().Take(looked).Select(ranked => ranked.Feature))
            .Aggregate((left, right) => left.Intersect(right));
        return (double)shared.Count() / looked;
    }

    private double MeanRankCorrelation()
    {
        double[][] ranks = [.. Explanations.Select(explanation => Ranks(explanation.Importances()))];
        double sum = 0;
        for (int i = 0; i < ranks.Length; i++)
        {
            for (int j = 0; j < i; j++)
                sum += Correlation(ranks[i], ranks[j]);
        }

        return sum / (ranks.Length * (ranks.Length - 1) / 2);
    }

    /// <summary>Ranks of magnitudes less their mean; equal magnitudes share their mean rank.</summary>
    private static double[] Ranks(ReadOnlySpan<double> effects)
    {
        double[] ranks = new double[effects.Length];
        for (int i = 0; i < effects.Length; i++)
        {
            foreach (double other in effects)
                ranks[i] += Math.Sign(Math.Abs(effects[i]).CompareTo(Math.Abs(other))) / 2.0;
        }

        return ranks;
    }

    private static double Correlation(double[] left, double[] right)
    {
        double of = VectorOps.Dot(left, right), lefts = VectorOps.Dot(left, left), rights = VectorOps.Dot(right, right);
        return lefts == 0 && rights == 0 ? 1 : lefts == 0 || rights == 0 ? 0 : of / Math.Sqrt(lefts * rights);
    }
}
