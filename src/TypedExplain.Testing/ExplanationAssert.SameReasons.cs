using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Testing.Reasons;
using TypedExplain.Testing.Shares;

namespace TypedExplain.Testing;

public static partial class ExplanationAssert
{
    /// <summary>
    /// The model after has the reasons of the model before: neither the first reason, nor the first k, nor the direction of one is told
    /// to be changed by the model for more than a share of the instances. What only seeds change is never a failure
    /// (<see cref="ReasonChange.IsByModel"/>); that they change so much, or that instances are so few, that nothing could be told is one.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="diff">The two models, compared.</param>
    /// <param name="maximumShare">The share of instances for which the model may change them, from 0 to 1.</param>
    /// <param name="maximumUndecided">The share of instances of which it may not be told whether the first reason is another one, from 0 to 1.</param>
    /// <exception cref="ExplanationAssertException">The model changes more, it cannot be told, or an instance could not be explained.</exception>
    /// <exception cref="InvalidOptionException">A share is not from 0 to 1.</exception>
    public static void SameReasons<T>(
        ModelDiff<T> diff,
        [OptionRange(AtLeast = 0, AtMost = 1)] double maximumShare = 0.05,
        [OptionRange(AtLeast = 0, AtMost = 1)] double maximumUndecided = 0.5)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(diff);
        Given.Share(maximumShare, nameof(maximumShare), nameof(SameReasons));
        Given.Share(maximumUndecided, nameof(maximumUndecided), nameof(SameReasons));
        RequireExplained(diff.Failed, diff.Instances.Length + diff.Failed.Length);
        if (!diff.IsExact && SignTest.PValue(diff.Instances.Length, 0) > diff.FirstReason.Level)
            throw new ExplanationAssertException(string.Create(CultureInfo.InvariantCulture, $"Of {diff.Instances.Length} {Noun.Of(diff.Instances.Length, "instance")} of {T.Schema.Name} nothing can be told apart from what seeds do, even if the model changes all of them; compare the models over more, at least 6."));
        (string What, ReasonChange Change)[] statements = [("another first reason", diff.FirstReason), ($"other first {diff.Options.TopReasons} reasons", diff.TopReasons), ("a reason of the other direction", diff.Direction)];
        (string What, ReasonChange Change)[] changes = [.. statements.Where(statement => statement.Change.IsByModel && statement.Change.Changed.Value > maximumShare)];
        if (changes.Length > 0)
            throw new ExplanationAssertException(Changed(diff, changes, maximumShare));
        if (diff.FirstReason.Undecided.Value > maximumUndecided)
            throw new ExplanationAssertException(string.Create(CultureInfo.InvariantCulture, $"Whether the model after has the first reasons of the model before cannot be told for {diff.FirstReason.Undecided} of {T.Schema.Name}; at most {100 * maximumUndecided:0.###} % may be undecided. A seed by itself changes them. {Remedy.Of(diff.Explainer)}"));
    }

    private static string Changed<T>(ModelDiff<T> diff, (string What, ReasonChange Change)[] changes, double maximumShare)
        where T : IFeatureRecord<T>
    {
        string found = string.Concat(changes.Select(change => string.Create(CultureInfo.InvariantCulture, $"\n  {change.What}: {change.Change.Changed}{(diff.IsExact ? "" : $"; two seeds of one model: {change.Change.Noise.Count:#,##0}")}")));
        string[] instances = [.. diff.Instances.Where(instance => instance.IsChanged).Select(instance => instance.ToString())];
        string[] features = [.. diff.Features
            .Where(feature => feature.FirstBefore != feature.FirstAfter || feature.Entered + feature.Left + feature.Direction.Changed.Count > 0)
            .OrderByDescending(feature => feature.Entered + feature.Left + Math.Abs(feature.FirstAfter - feature.FirstBefore) + feature.Direction.Changed.Count)
            .Select(feature => string.Create(CultureInfo.InvariantCulture, $"{feature.Feature.DisplayName}: first for {feature.FirstBefore:#,##0} before, {feature.FirstAfter:#,##0} after; into the first {diff.Options.TopReasons} for {feature.Entered:#,##0}, out of them for {feature.Left:#,##0}; other direction for {feature.Direction.Changed.Count:#,##0}"))];
        string noise = diff.Noise is { } warning ? $"\nCaution: {warning}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"The model after gives instances of {T.Schema.Name} other reasons than the model before, beyond what seeds do; at most {100 * maximumShare:0.###} % may have them.{noise}{found}\nFeatures:{InstanceText.Lines(features)}\nInstances:{InstanceText.Lines(instances)}\nIf the new reasons are meant, compare later models with this one; if not, do not put it in use.");
    }
}
