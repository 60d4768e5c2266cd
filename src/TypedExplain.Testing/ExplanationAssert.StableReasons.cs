using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Testing.Reasons;

namespace TypedExplain.Testing;

public static partial class ExplanationAssert
{
    /// <summary>
    /// The first reasons of at most a share of the instances are other ones under another seed: the features that come first, in
    /// whatever order, are the same under all seeds for the rest. Features are ranked as <see cref="Attribution{T}.Ranked()"/>
    /// has them, or by their contributions where the explainer gives SHAP values; those without any effect are no reasons.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer with a seed: <c>seed => lime with { Seed = seed }</c>.</param>
    /// <param name="model">A model with one output.</param>
    /// <param name="instances">The instances; at least one.</param>
    /// <param name="topReasons">How many reasons, from 1 to 1000; 1 is the first reason.</param>
    /// <param name="seeds">How many seeds, from 2 to 100.</param>
    /// <param name="firstSeed">The first seed; the others follow it.</param>
    /// <param name="maximumShare">The share of instances that may have other first reasons, from 0 to 1.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="ExplanationAssertException">More instances than that have other first reasons, or some cannot be explained.</exception>
    /// <exception cref="InvalidOptionException">A number is outside what it may be, or <paramref name="explainer"/> does not pass its seed on.</exception>
    /// <exception cref="InvalidDatasetException">There is no instance.</exception>
    /// <exception cref="TypedExplainException">No instance could be explained: the error of the first.</exception>
    public static void StableReasons<T>(
        Func<int, IExplainer<T>> explainer,
        IModel<T> model,
        IReadOnlyList<T> instances,
        [OptionRange(AtLeast = 1, AtMost = Given.MostReasons)] int topReasons = 1,
        [OptionRange(AtLeast = 2, AtMost = Given.MostSeeds)] int seeds = 5,
        int firstSeed = 0,
        [OptionRange(AtLeast = 0, AtMost = 1)] double maximumShare = 0.05,
        CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        const string Owner = nameof(StableReasons);
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(instances);
        Given.Whole(topReasons, 1, Given.MostReasons, nameof(topReasons), Owner);
        Given.Whole(seeds, 2, Given.MostSeeds, nameof(seeds), Owner);
        Given.Share(maximumShare, nameof(maximumShare), Owner);
        Given.Any(instances.Count, "instances", Owner);
        SeededRuns<T> runs = SeededRuns<T>.Of(Owner, "the model", explainer, model, instances, firstSeed, seeds, cancellation);
        RequireExplained(runs.Failed, instances.Count);
        List<string> changing = [];
        Dictionary<Feature<T>, int> places = [];
        for (int row = 0; row < instances.Count; row++)
        {
            RankedReasons<T>[] reasons = runs[row]!;
            if (Array.TrueForAll(reasons, other => !reasons[0].HasOtherTop(other, topReasons)))
                continue;
            changing.Add($"{InstanceText.Of(row, instances[row])}: {InWords(reasons, topReasons, firstSeed)}");
            foreach (Feature<T> feature in T.Schema.Features.Where(feature => Array.Exists(reasons, other => reasons[0].IsTopOfOne(other, topReasons, feature.Index))))
                places[feature] = places.GetValueOrDefault(feature) + 1;
        }

        Share share = new(changing.Count, instances.Count);
        if (share.Value <= maximumShare)
            return;
        string features = string.Join(", ", places.OrderByDescending(place => place.Value).ThenBy(place => place.Key.Index).Take(InstanceText.Most).Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Key.DisplayName} ({place.Value})")));
        throw new ExplanationAssertException(string.Create(
            CultureInfo.InvariantCulture,
            $"{Said(topReasons)} of {T.Schema.Name} by {runs.Explainer.Name} depend{(topReasons == 1 ? "s" : "")} on the seed for {share}; at most {100 * maximumShare:0.###} % may.{InstanceText.Lines(changing)}\nFeatures that change places, with the number of instances: {features}.\n{Remedy.Of(runs.Explainer)}"));
    }

    private static string Said(int topReasons) => topReasons == 1 ? "The first reason" : string.Create(CultureInfo.InvariantCulture, $"The first {topReasons} reasons");

    /// <summary>Which reasons an instance has under which seeds.</summary>
    private static string InWords<T>(RankedReasons<T>[] reasons, int topReasons, int firstSeed)
        where T : IFeatureRecord<T>
    {
        // Sets are told once, in the order of the schema, however their features are ranked.
        var groups = reasons.Select((own, seed) => (Names: InstanceText.Names<T>([.. own.TopFeatures(topReasons).OrderBy(feature => feature.Index)]), Seed: unchecked(firstSeed + seed))).GroupBy(own => own.Names, own => own.Seed);
        return string.Join("; ", groups.Select(group => $"{group.Key} under seed{(group.Count() == 1 ? "" : "s")} {string.Join(", ", group.Select(seed => seed.ToString(CultureInfo.InvariantCulture)))}"));
    }

    private static void RequireExplained(IReadOnlyCollection<FailedInstance> failed, int instances)
    {
        if (failed.Count > 0)
            throw new ExplanationAssertException(string.Create(CultureInfo.InvariantCulture, $"{failed.Count} of {instances} {Noun.Of(instances, "instance")} could not be explained:{InstanceText.Lines([.. failed.Select(failure => failure.ToString())])}\nTake them out, or mend what the messages say."));
    }
}
