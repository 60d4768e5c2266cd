using System.Collections.Immutable;
using TypedExplain.Decisions.Reasons;

namespace TypedExplain.Decisions;

/// <summary>
/// Finds the principal reasons for a decision against a person, or refuses to state any that could mislead. What each feature adds
/// to the score, against people the person is compared with, goes to the reason that holds for its value; the most adverse sums
/// are the principal reasons. A value: configured once per model, safe to share between threads, the same answer for the same person.
/// </summary>
/// <typeparam name="T">The record; a feature of it has a <see cref="ReasonAttribute"/>.</typeparam>
public sealed partial record PrincipalReasons<T> : IDescribed
    where T : IFeatureRecord<T>
{
    /// <summary>The people whom a person is compared with.</summary>
    public required Reference<T> Reference { get; init; }

    /// <summary>Which way of the model's output is good for the person; a high one by default.</summary>
    public FavorableOutcome Favorable { get; init; }

    /// <summary>The score from which the decision is favorable. By default that of <see cref="Reference.AtCutoff{T}(Dataset{T}, double, double)"/>; to be given with all applicants.</summary>
    public double? Cutoff { get; init; }

    /// <summary>
    /// Within how much of the cutoff, in units of the score, no reasons are stated because rounding decides; 0 or more. By default a
    /// billionth of the score or the cutoff, whichever is larger.
    /// </summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double? RoundingBand { get; init; }

    /// <summary>How many reasons are stated at most; 4 by default, as comment 9(b)(2)-1 to Regulation B suggests, and at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxReasons { get; init; } = 4;

    /// <summary>
    /// How the score is divided among the features. The background of a method of this library is replaced by the reference; one of
    /// your own must use the same people, so that its base value is their mean score. By default interventional SHAP:
    /// read off the trees of a forest, else from every coalition where <see cref="MaxQueries"/> pays for that, else from orders of the
    /// features that are drawn at random (<see cref="PermutationShap{T}"/>).
    /// </summary>
    public IShapExplainer<T>? Explainer { get; init; }

    /// <summary>A linear explainer whose contributions are stated in the place of SHAP values; null for those. What its surrogate misses of the score counts as doubt.</summary>
    public IExplainer<T>? Linear { get; init; }

    /// <summary>What an explanation of <see cref="Linear"/> must be good for.</summary>
    public ExplanationStandard Standard { get; init; } = new();

    /// <summary>The confidence with which estimated contributions are told apart, all of them together; between 0 and 1.</summary>
    [OptionRange(Above = 0, Below = 1)]
    public double Confidence { get; init; } = 0.95;

    /// <summary>The most rows that the model is asked about for a person; at least 1. A larger estimate is made only within it.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxQueries { get; init; } = 2_000_000;

    /// <summary>Rules that deny before the model is asked, in the order in which their reasons are stated.</summary>
    public ImmutableArray<AutomaticDenialRule<T>> Rules { get; init; } = [];

    /// <summary>The seed of samples of the default explainer; the same seed gives the same bits.</summary>
    public int Seed { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(PrincipalReasons<>))
        .With("reference", Reference)
        .With("favorable", Favorable.ToString())
        .With("cutoff", Cutoff)
        .With("roundingBand", RoundingBand)
        .With("maxReasons", MaxReasons)
        .With("explainer", Explainer)
        .With("linear", Linear)
        .With("standard", Standard)
        .With("confidence", Confidence)
        .With("maxQueries", MaxQueries)
        .With("seed", Seed)
        .With("rules", Rules.IsDefault ? [] : Rules.Select(rule => rule.Describe()));

    /// <summary>The principal reasons for the decision on an applicant, an automatic denial, or why no reasons are stated.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="applicant">The applicant.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidDatasetException">No applicant of the reference is in the band at the cutoff.</exception>
    /// <exception cref="InvalidFeatureException">The applicant holds a value that the schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or the record has no reasons.</exception>
    public ReasonStatement<T> State(IModel<T> model, T applicant, CancellationToken cancellation = default) => Begin(model, applicant, cancellation).Finish(model, cancellation);

    /// <summary>The same by a model that is awaited; see <see cref="State"/>.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="applicant">The applicant.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<ReasonStatement<T>> StateAsync(IAsyncModel<T> model, T applicant, CancellationToken cancellation = default) => Begin(model, applicant, cancellation).FinishAsync(model, cancellation);

    /// <summary>
    /// Begins the statement for an applicant; see <see cref="State"/>. It asks about the applicants of the reference, too, where the people at the cutoff
    /// are not known yet: once per model, the first time that a run for it comes so far.
    /// </summary>
    /// <param name="model">What is known of the model; one output. Give the same one for all applicants.</param>
    /// <param name="applicant">The applicant.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, ReasonStatement<T>> Begin(IModelInfo<T> model, T applicant, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (applicant is null)
            throw new ArgumentNullException(nameof(applicant));
        return new(new Stating<T>(this, model).Steps(applicant, cancellation)) { Method = nameof(PrincipalReasons<>) };
    }

    /// <summary>
    /// The same for many applicants, in parallel. The results are, bit for bit, those of one call per applicant. An applicant who
    /// cannot be explained costs only their own statement.
    /// </summary>
    /// <param name="model">A model with one output; it is called from several threads at once.</param>
    /// <param name="applicants">The applicants.</param>
    /// <param name="threads">How many threads at most; all processors by default.</param>
    /// <param name="cancellation">Ends the work early; applicants who are not finished then were not reached.</param>
    /// <exception cref="InvalidDatasetException">No applicant of the reference is in the band at the cutoff.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer for the reference is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or the number of threads is below 1.</exception>
    public RowOutcomes<ReasonStatement<T>> StateMany(IModel<T> model, IReadOnlyList<T> applicants, [OptionRange(AtLeast = 1)] int? threads = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(applicants);
        ExplainManyExtensions.Check(threads, nameof(threads));
        return new StatingMany<T>(this, model).Of(applicants, threads, cancellation);
    }
}
