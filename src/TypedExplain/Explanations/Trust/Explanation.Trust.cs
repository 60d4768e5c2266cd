using System.Globalization;
using TypedExplain.Explanations.Plans;
using TypedExplain.Explanations.Trust;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    private const string TrustMethod = "trust region";

    /// <summary>
    /// The largest cube around the instance in which the surrogate is near the model everywhere, as far as the model was asked: how far one may move
    /// away from the instance and still rely on this explanation.
    /// </summary>
    /// <param name="model">The explained model, with the explained output.</param>
    /// <param name="search">How it is looked for; by default a fidelity of 0.9.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidModelException">The model has several outputs, an answer is not a finite number, or it is another model than the one that was explained.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or no number of the record varies.</exception>
    public TrustRegion<T> TrustRegion(IModel<T> model, TrustRegionSearch? search = null, CancellationToken cancellation = default) => BeginTrustRegion(model, search, cancellation).Finish(model, cancellation);

    /// <summary>The same by a model that is awaited; see <see cref="TrustRegion"/>.</summary>
    /// <param name="model">The explained model.</param>
    /// <param name="search">How it is looked for.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<TrustRegion<T>> TrustRegionAsync(IAsyncModel<T> model, TrustRegionSearch? search = null, CancellationToken cancellation = default) => BeginTrustRegion(model, search, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins the search; see <see cref="TrustRegion"/>.</summary>
    /// <param name="model">What is known of the explained model.</param>
    /// <param name="search">How it is looked for.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, TrustRegion<T>> BeginTrustRegion(IModelInfo<T> model, TrustRegionSearch? search = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(new RegionSearch<T>(this, model, search ?? new()).Steps(cancellation)) { Method = TrustMethod };
    }

    /// <summary>What the search will ask for, at most and at least. The model is not asked; options are checked.</summary>
    /// <param name="model">What is known of the explained model.</param>
    /// <param name="search">How it is looked for.</param>
    /// <exception cref="InvalidModelException">The model has several outputs.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or no number of the record varies.</exception>
    public ExplanationPlan<T> PlanTrustRegion(IModelInfo<T> model, TrustRegionSearch? search = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        TrustRegionSearch own = search ?? new();
        int least = new RegionSearch<T>(this, model, own).Least;
        bool fits = least <= own.MaxQueries;
        string way = fits
            ? string.Create(CultureInfo.InvariantCulture, $"cubes are doubled from {own.StartHalfWidth} standard deviations until one fails or {own.LargestHalfWidth} are reached, each with {own.Samples} uniform samples, until the nearest failure is known or {own.MaxQueries} rows are asked")
            : string.Create(CultureInfo.InvariantCulture, $"the {least} rows of the first batch are more than MaxQueries = {own.MaxQueries}: nothing is asked");
        PlannedWork<T> work = new(fits ? least : 0, fits ? own.MaxQueries : 0, fits ? Math.Min(own.MaxQueries - least + 1, RegionSearch<T>.MostBatches(own)) : 0, way)
        {
            Rehearse = (known, cancellation) => Rehearsal.Play(BeginTrustRegion(known, own, cancellation), cancellation, row => row.SequenceEqual(_columns) ? Prediction : null),
        };
        return new(TrustMethod, model, [(Instance, work)]);
    }
}
