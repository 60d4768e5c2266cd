using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations.Plans;
using TypedExplain.Media;
using TypedExplain.Models;
using TypedExplain.Neighborhoods.Samples;

namespace TypedExplain;

/// <summary>
/// What LIME, S-LIME and LINEX share: draw a neighborhood, score it in one batch, weigh it, choose features, fit a
/// linear surrogate, attribute. The methods differ in the fit only.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public abstract partial record LinearExplainer<T> : IExplainer<T>, IPlanned<T>
    where T : IFeatureRecord<T>
{
    private protected LinearExplainer()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>Where the samples come from. The default draws by the stated ranges and needs one on every number; texts and images are masked.</summary>
    public INeighborhood<T> Neighborhood { get; init; } = T.Schema.Media.IsEmpty ? new GaussianNeighborhood<T>() : new MediaNeighborhood<T>();

    /// <summary>How distance becomes weight.</summary>
    public IKernel Kernel { get; init; } = new ExponentialKernel();

    /// <summary>Which features the surrogate uses; all by default. The others get effect 0.</summary>
    public FeatureSelection Selection { get; init; } = FeatureSelection.All;

    /// <summary>α, the ridge penalty on standardized slopes, 0 or more; not scaled by the number of samples.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Ridge { get; init; } = 1;

    /// <summary>
    /// Whether the surrogate has a constant. Without one (a reproduction option) it must pass through the record whose
    /// numbers are all 0, and its slopes echo the instance rather than the model.
    /// </summary>
    public bool Intercept { get; init; } = true;

    /// <summary>
    /// Whether the explanation says how far its effects would move with other samples, which of them cannot be told from 0 and
    /// how far their order is told, at the cost of one more pass over the samples and without a query; it does by default
    /// (<see cref="Explanation{T}.StandardErrors"/>).
    /// </summary>
    public bool StandardErrors { get; init; } = true;

    /// <summary>
    /// The scale on which the surrogate is fitted and effects are told; null for log odds where the model says that it answers
    /// with a probability (<see cref="IModelInfo{T}.KindOf"/>), and for any other answer as it is.
    /// </summary>
    public LinkFunction? Link { get; init; }

    /// <summary>
    /// A regression adjustment by forests: more precise effects from the same queries, at a cost of time; none by default. Only
    /// for records without texts and images, and not with a partition or a neighborhood that has its own weights.
    /// </summary>
    public ForestAdjustment? Adjustment { get; init; }

    /// <summary>The seed of every random number; the same seed gives the same bits.</summary>
    public int Seed { get; init; }

    Description IDescribed.Describe() => Describe();

    /// <inheritdoc/>
    public Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(Steps(model, instance, cancellation)) { Method = Name };

    /// <inheritdoc/>
    public Explanation<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    /// <summary>
    /// Explains every output of a model from the same samples: the model is asked once about each, and the answers are, bit
    /// for bit, those of one call per output. The fits share the samples' weights and the moments of their features.
    /// </summary>
    /// <param name="model">A model with any number of outputs.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>One explanation per output, in their order; each counts all the queries, which are the same ones.</returns>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">An answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option of the explainer is outside what it may be.</exception>
    /// <exception cref="NoFitException">No local fit exists.</exception>
    public IReadOnlyList<Explanation<T>> ExplainOutputs(IModel<T> model, T instance, CancellationToken cancellation = default) =>
        BeginOutputs(model, instance, cancellation).Finish(model, cancellation);

    /// <summary>Begins the explanation of every output of a model, from the same samples; see <see cref="ExplainOutputs"/>.</summary>
    /// <param name="model">What is known of a model with any number of outputs.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, Explanation<T>[]> BeginOutputs(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(StepsOfOutputs(model, instance, cancellation)) { Method = Name };

    PlannedWork<T> IPlanned<T>.Plan(IModelInfo<T> model, T instance)
    {
        CheckOptions();
        model.RequireOneOutput();
        int samples = Samples.Samples;
        return new PlannedWork<T>(samples, samples, 1, string.Create(CultureInfo.InvariantCulture, $"{Name} asks about {samples} {Noun.Of(samples, "sample")}, the instance included, in one batch"))
        {
            Rehearse = (own, cancellation) => Rehearsal.Play(Begin(own, instance, cancellation), cancellation),
        }.Checking(instance);
    }

    private IEnumerable<RunStep<T, Explanation<T>>> Steps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        CheckOptions();
        model.RequireOneOutput();
        using SampleTable<T> samples = Draw(model, instance, cancellation);
        yield return samples.Asked;
        samples.Complete();
        RowCheck<T> check = samples.Check(model, instance);
        if (check.Asked is { } standIn)
            yield return standIn;
        yield return Conclude(samples, check, model, 0, instance, cancellation);
    }

    private IEnumerable<RunStep<T, Explanation<T>[]>> StepsOfOutputs(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        CheckOptions();
        ArgumentNullException.ThrowIfNull(model);
        using SampleTable<T> samples = Draw(model, instance, cancellation);
        yield return samples.Asked;
        samples.Complete();
        RowCheck<T> check = samples.Check(model, instance);
        if (check.Asked is { } standIn)
            yield return standIn;
        Explanation<T>[] explanations = new Explanation<T>[model.Outputs.Length];
        for (int output = 0; output < explanations.Length; output++)
        {
            cancellation.ThrowIfCancellationRequested();
            samples.Show(output);
            explanations[output] = Conclude(samples, check, model, output, instance, cancellation);
        }

        yield return explanations;
    }

    /// <summary>Where the samples come from: the neighborhood, or what environments of their own make of it.</summary>
    internal virtual INeighborhood<T> Samples => Neighborhood;

    /// <summary>Draws the samples, to be asked about with every output of the model.</summary>
    internal SampleTable<T> Draw(IModelInfo<T> model, T instance, CancellationToken cancellation) =>
        SampleTable<T>.Draw(Samples, Kernel, AnswerScale.OfOutputs(Link, model, Name), Intercept, model, instance, Seed, cancellation);

    /// <summary>Fits the surrogate on the chosen features.</summary>
    private protected abstract Surrogate Fit(SampleTable<T> samples, ReadOnlySpan<int> chosen, Span<double> slopes, CancellationToken cancellation);

    /// <summary>The method with its options, those that it adds too.</summary>
    private protected virtual Description Describe() => Description.OfLibrary(TypeName)
        .With("neighborhood", Neighborhood)
        .With("kernel", Kernel)
        .With("selection", Selection)
        .With("ridge", Ridge)
        .With("intercept", Intercept)
        .With("standardErrors", StandardErrors)
        .With("link", Link?.ToString())
        .With("adjustment", Adjustment)
        .With("seed", Seed);

    /// <summary>The name of the class.</summary>
    private protected abstract string TypeName { get; }

    /// <summary>Whether errors are told: where they are wanted, and known of the samples.</summary>
    private protected virtual bool TellsErrors => StandardErrors;

    /// <summary>Checks the options, those that the method adds too.</summary>
    internal virtual void CheckOptions()
    {
        _ = Neighborhood.Given(nameof(Neighborhood), Name);
        _ = Kernel.Given(nameof(Kernel), Name);
        _ = Selection.Given(nameof(Selection), Name);
        if (!(Ridge >= 0 && double.IsFinite(Ridge)))
            throw Invalid(nameof(Ridge), Ridge, "0 or more");
        Adjustment?.Check(Name, Samples);
    }

    /// <summary>An error that names an option, its value and what is allowed.</summary>
    private protected InvalidOptionException Invalid(string option, double value, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{option} of {Name} is {value}; it must be {allowed}."));

    /// <summary>The method with a neighborhood of another size; of a partition each part grows alike.</summary>
    internal virtual LinearExplainer<T> Enlarged(int samples) =>
        samples == Neighborhood.Samples ? this : this with { Neighborhood = new SizedNeighborhood<T>(Neighborhood, samples) };
}
