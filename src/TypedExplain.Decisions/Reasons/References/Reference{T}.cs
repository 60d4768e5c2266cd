using System.Globalization;
using System.Runtime.CompilerServices;
using TypedExplain.Decisions.Reasons.References;
using TypedExplain.Errors;

namespace TypedExplain.Decisions;

/// <summary>The people a person is compared with; see <see cref="Reference"/>. Immutable, so safe to share between threads.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Reference<T> : IDescribed
    where T : IFeatureRecord<T>
{
    // Who is at an end is in, however the last digits of a sum fall.
    private const double Rounding = 1e-9;

    private readonly ConditionalWeakTable<IModelInfo<T>, ReferenceGroup<T>> _high = [], _low = [];
    private readonly Lazy<ReferenceGroup<T>> _all;

    internal Reference(ReferenceMethod method, WeightedRows<T> applicants, double? cutoff, double? band)
    {
        (Method, Applicants, Cutoff, Band) = (method, applicants, cutoff, band);
        _all = new(() => new(this, Applicants));
    }

    /// <summary>Which of the applicants they are.</summary>
    public ReferenceMethod Method { get; }

    /// <summary>The people with whom a person is compared, with their weights.</summary>
    public WeightedRows<T> Applicants { get; }

    /// <summary>The score from which the decision is favorable; null for all applicants.</summary>
    public double? Cutoff { get; }

    /// <summary>How far into the favorable side the people reach, in units of the score; null for all applicants.</summary>
    public double? Band { get; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(Reference<>))
        .With("method", Method.ToString())
        .With("cutoff", Cutoff)
        .With("band", Band)
        .With("applicants", Applicants);

    /// <summary>The people, as a model scores the applicants: it is asked about all of them once.</summary>
    /// <exception cref="InvalidDatasetException">No applicant is in the band.</exception>
    internal ReferenceGroup<T> Of(IModel<T> model, FavorableOutcome favorable, CancellationToken cancellation)
    {
        if (Known(model, favorable) is { } known)
            return known;
        RowBatch<T> asked = Asked(model);
        asked.AskOf(model, cancellation);
        return Of(model, favorable, asked.Scores);
    }

    /// <summary>The people as far as they are known; null where the model is to be asked about the applicants first.</summary>
    internal ReferenceGroup<T>? Known(IModelInfo<T> model, FavorableOutcome favorable) =>
        Method == ReferenceMethod.AllApplicants ? _all.Value : GroupsOf(favorable).TryGetValue(model, out ReferenceGroup<T>? group) ? group : null;

    /// <summary>The applicants, for a model to score.</summary>
    internal RowBatch<T> Asked(IModelInfo<T> model) => ReferenceBatch.Of(model, Applicants.Rows);

    /// <summary>The people by the scores of the applicants; known from now on.</summary>
    /// <exception cref="InvalidDatasetException">No applicant is in the band.</exception>
    internal ReferenceGroup<T> Of(IModelInfo<T> model, FavorableOutcome favorable, ReadOnlySpan<double> scores)
    {
        ReferenceGroup<T> group = AtCutoff(favorable, scores.ToArray());
        GroupsOf(favorable).AddOrUpdate(model, group);
        return group;
    }

    /// <summary>The method, the people and the band.</summary>
    public override string ToString() => Method == ReferenceMethod.AllApplicants
        ? $"all {Applicants}"
        : string.Create(CultureInfo.InvariantCulture, $"those of {Applicants} from the cutoff {Cutoff} by {Band} into the favorable side");

    private ConditionalWeakTable<IModelInfo<T>, ReferenceGroup<T>> GroupsOf(FavorableOutcome favorable) => favorable == FavorableOutcome.High ? _high : _low;

    private ReferenceGroup<T> AtCutoff(FavorableOutcome favorable, double[] scores)
    {
        double cutoff = Cutoff!.Value, end = favorable == FavorableOutcome.High ? cutoff + Band!.Value : cutoff - Band!.Value;
        (double least, double most) = (Math.Min(cutoff, end), Math.Max(cutoff, end));
        double rounding = Rounding * Math.Max(Math.Abs(least), Math.Abs(most));
        int[] inside = [.. Enumerable.Range(0, scores.Length).Where(row => scores[row] >= least - rounding && scores[row] <= most + rounding)];
        if (inside.Length == 0)
            throw None(scores, least, most, favorable);
        return new(this, new(Applicants.Rows.Select(inside), inside.Select(row => Applicants.Weights[row])));
    }

    private InvalidDatasetException None(double[] scores, double least, double most, FavorableOutcome favorable)
    {
        double[] better = [.. scores.Where(score => favorable == FavorableOutcome.High ? score > most : score < least)];
        string nearest = better.Length == 0
            ? "none of them has a better one"
            : string.Create(CultureInfo.InvariantCulture, $"the nearest better one is {(favorable == FavorableOutcome.High ? better.Min() : better.Max()):G6}, which a band of {Math.Abs((favorable == FavorableOutcome.High ? better.Min() : better.Max()) - Cutoff!.Value):R} reaches");
        return new(string.Create(CultureInfo.InvariantCulture,
            $"No one of {Applicants.Count} {Noun.Of(Applicants.Count, "applicant")} of {T.Schema.Name} has a score from {least:G6} to {most:G6}, so there is nobody to compare with; {nearest}. Give a wider band or more applicants, or compare with all of them: Reference.AllApplicants."));
    }
}
