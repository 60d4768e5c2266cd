using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations.Plans;
using TypedExplain.Explanations.Trust;

namespace TypedExplain;

public sealed partial record Certifier<T>
{
    /// <summary>What the explanation of an instance will ask for, at most and at least. The model is not asked; options are checked.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instance">The instance.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public ExplanationPlan<T> Plan(IModelInfo<T> model, T instance)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        CheckOptions();
        model.RequireOneOutput();
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(instance, columns);
        long start = Explainer.Samples.Samples, batches = 0;
        bool fits = start <= MaxQueries, grows = Explainer.Neighborhood is not IWeightedNeighborhood<T>;
        for (long samples = start; samples <= MaxQueries; samples = Math.Min(2 * samples, MaxQueries))
        {
            batches++;
            if (!grows || samples == MaxQueries)
                break;
        }

        // Each look for a trust region has its own batches, all of them within the budget of rows.
        bool looks = Standard.MinimumTrustHalfWidth > 0;
        if (looks && fits)
            batches = Math.Min(MaxQueries - start + 1, batches * (1 + RegionSearch<T>.MostBatches(Standard.TrustRegion with { StartHalfWidth = Standard.MinimumTrustHalfWidth, LargestHalfWidth = Standard.MinimumTrustHalfWidth })));
        string way = !fits ? string.Create(CultureInfo.InvariantCulture, $"the {start} {Noun.Of(start, "sample of one neighborhood is", "samples of one neighborhood are")} more than MaxQueries = {MaxQueries}: nothing is asked and the explanation is refused")
            : grows ? string.Create(CultureInfo.InvariantCulture, $"{Explainer.Name} begins with {start} {Noun.Of(start, "sample")} and doubles them until the standard is met or {MaxQueries} rows are asked; no sample is asked about twice{(looks ? "; then the trust region is looked for in what is left" : "")}")
            : string.Create(CultureInfo.InvariantCulture, $"{Explainer.Name} asks about {start} {Noun.Of(start, "sample")} once: a neighborhood that weighs its samples itself is not enlarged{(looks ? "; then the trust region is looked for in what is left of MaxQueries" : "")}");
        PlannedWork<T> work = new(fits ? start : 0, !fits ? 0 : grows || looks ? MaxQueries : start, batches, way)
        {
            Rehearse = (own, cancellation) => Rehearsal.Play(Begin(own, instance, cancellation), cancellation),
        };
        return new($"certified {Explainer.Name}", model, [(instance, fits ? Bounded(work.Checking(instance)) : work)]);
    }

    /// <summary>What the instance's row stands for is asked about within the budget.</summary>
    private PlannedWork<T> Bounded(PlannedWork<T> work) => work with { Most = Math.Min(work.Most, MaxQueries) };
}
