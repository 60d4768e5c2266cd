using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explainers.Certified;

namespace TypedExplain;

/// <summary>
/// Holds explanations to a standard: the samples are doubled until it is met or the query budget is spent. Answers that the
/// model has given are used again where a larger neighborhood begins with the smaller one.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial record Certifier<T> : IDescribed
    where T : IFeatureRecord<T>
{
    /// <summary>
    /// The method; its neighborhood is the first one tried. It is asked for standard errors where the standard needs them. A
    /// neighborhood that weighs its samples itself is not enlarged.
    /// </summary>
    public required LinearExplainer<T> Explainer { get; init; }

    /// <summary>What an explanation must meet.</summary>
    public ExplanationStandard Standard { get; init; } = new();

    /// <summary>The most rows that the model is asked about for an instance; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxQueries { get; init; } = 20_000;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(Certifier<>))
        .With("explainer", Explainer)
        .With("standard", Standard)
        .With("maxQueries", MaxQueries);

    /// <summary>Explains one instance, as well as the budget allows.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public Outcome<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    /// <summary>Explains one instance, as well as the budget allows, by a model that is awaited; see <see cref="Explain"/>.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<Outcome<T>> ExplainAsync(IAsyncModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins the explanation of one instance, as well as the budget allows; see <see cref="Explain"/>.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, Outcome<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(Steps(model, instance, cancellation)) { Method = Explainer?.Name };

    private IEnumerable<RunStep<T, Outcome<T>>> Steps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        CheckOptions();
        model.RequireOneOutput();
        LinearExplainer<T> explainer = Explainer with { StandardErrors = Explainer.StandardErrors || double.IsFinite(Standard.MaximumHalfWidth) };
        RememberedAnswers<T> remembered = new(MaxQueries);
        int start = explainer.Samples.Samples;
        Explanation<T>? best = null;
        ImmutableArray<string> missed = [];
        TrustRegion<T>? region = null;
        bool isWithoutFit = false;
        string reason = string.Create(CultureInfo.InvariantCulture, $"the budget of {MaxQueries} {Noun.Of(MaxQueries, "query", "queries")} is below the {start} {Noun.Of(start, "sample")} of one neighborhood");
        for (long samples = start; samples + remembered.Checks + remembered.Elsewhere <= MaxQueries;)
        {
            cancellation.ThrowIfCancellationRequested();
            using Enlargement<T> attempt = new(explainer.Enlarged((int)samples).Begin(model, instance, cancellation), remembered);
            while (attempt.TryNext() is { } rows)
                yield return rows;
            if (attempt.Explanation is { } explanation)
            {
                (Explanation<T>? Best, TrustRegion<T>? Region, ImmutableArray<string> Missed) before = (best, region, missed);
                (best, region) = (explanation, null);
                missed = best.Missed(Standard with { MinimumTrustHalfWidth = 0 });
                if (missed.IsEmpty && Standard.MinimumTrustHalfWidth > 0)
                {
                    using RegionAttempt<T> look = new(best, model, Standard, MaxQueries - remembered.All, cancellation);
                    while (look.TryNext() is { } rows)
                        yield return rows;
                    remembered.Elsewhere += look.Queries;
                    region = look.Region;
                    missed = look.Missed;
                    if (region is null && before.Region is not null)
                    {
                        // One whose region is known tells more than one from more samples whose region is not.
                        (best, region, missed) = before;
                        break;
                    }
                }

                if (missed.IsEmpty)
                {
                    yield return (Outcome<T>)new Certified<T>(best, Standard, remembered.All) { Origin = (this, instance), TrustRegion = region };
                    yield break;
                }
            }
            else if (attempt.IsBeyondBudget)
            {
                if (remembered.Asked == start)
                    reason = string.Create(CultureInfo.InvariantCulture, $"the budget of {MaxQueries} {Noun.Of(MaxQueries, "query", "queries")} leaves none, after the {start} {Noun.Of(start, "sample")} of one neighborhood, for the record that the instance's row stands for");
                break;
            }
            else if (attempt.Error is NoFitException error)
            {
                (reason, isWithoutFit) = (error.Message, true);
            }
            else if (best is null)
            {
                attempt.Throw();
            }
            else
            {
                // What was found before the model failed is still the best there is.
                missed = [.. missed, string.Create(CultureInfo.InvariantCulture, $"the model failed when it was asked about {samples} {Noun.Of(samples, "sample")}: {attempt.Error!.Message}")];
                break;
            }

            // What the instance's row stands for has been asked about by now.
            long most = MaxQueries - remembered.Checks - remembered.Elsewhere;
            if (samples >= most || explainer.Neighborhood is IWeightedNeighborhood<T>)
                break;
            samples = Math.Min(2 * samples, most);
        }

        Outcome<T> outcome = best is null
            ? new Refused<T>(reason, remembered.All) { Origin = (this, instance), IsWithoutFit = isWithoutFit }
            : new BestEffort<T>(best, missed, remembered.All) { Origin = (this, instance), TrustRegion = region };
        yield return outcome;
    }

    private void CheckOptions()
    {
        if (MaxQueries < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"MaxQueries of the certifier is {MaxQueries}; it must be at least 1."));
        Standard.Given(nameof(Standard), "the certifier").Check();
        Explainer.Given(nameof(Explainer), "the certifier").CheckOptions();
    }
}
