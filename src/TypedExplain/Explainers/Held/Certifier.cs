using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain;

/// <summary>
/// Holds explanations to a standard: the samples are doubled until it is met or the query budget is spent. Answers that the
/// model has given are used again where a larger neighborhood begins with the smaller one.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record Certifier<T>
    where T : IFeatureRecord<T>
{
    /// <summary>
    /// The method; its neighborhood is the first one tried. It is asked for standard errors where the standard needs them. A
    /// neighborhood that weighs its samples itself is not enlarged.
    /// </summary>
    public required LinearExplainer<T> Explainer { get; init; }

    /// <summary>What an explanation must meet.</summary>
    public Standard Standard { get; init; } = new();

    /// <summary>The most rows that the model is asked about for an instance; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxQueries { get; init; } = 20_000;

    /// <summary>Explains one instance, as well as the budget allows.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public Outcome<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default)
    {
        if (MaxQueries < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"MaxQueries of the certifier is {MaxQueries}; it must be at least 1."));
        Standard.Check();
        Explainer.CheckOptions();
        model.RequireOneOutput();
        LinearExplainer<T> explainer = Explainer with { StandardErrors = Explainer.StandardErrors || double.IsFinite(Standard.MaximumHalfWidth) };
        RememberingModel<T> remembering = new(model, MaxQueries);
        int start = explainer.Samples.Samples;
        Explanation<T>? best = null;
        ImmutableArray<string> missed = [];
        string reason = string.Create(CultureInfo.InvariantCulture, $"the budget of {MaxQueries} queries is below the {start} samples of one neighborhood");
        for (long samples = start; samples + remembering.Checks <= MaxQueries;)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                best = explainer.Enlarged((int)samples).Explain(remembering, instance, cancellation);
                missed = best.Missed(Standard);
                if (missed.IsEmpty)
                    return new Certified<T>(best, Standard, remembering.Asked);
            }
            catch (NoFitException error)
            {
                reason = error.Message;
            }
            catch (TypedExplainException error) when (best is not null && error is (InvalidModelException or RemoteModelException or BudgetExhaustedException))
            {
                // What was found before the model failed is still the best there is.
                missed = [.. missed, string.Create(CultureInfo.InvariantCulture, $"the model failed when it was asked about {samples} samples: {error.Message}")];
                break;
            }
            catch (RememberingModel<T>.BudgetSpentException)
            {
                if (remembering.Asked == start)
                    reason = string.Create(CultureInfo.InvariantCulture, $"the budget of {MaxQueries} queries leaves none, after the {start} samples of one neighborhood, for the record that the instance's row stands for");
                break;
            }

            // What the instance's row stands for has been asked about by now.
            long most = MaxQueries - remembering.Checks;
            if (samples >= most || explainer.Neighborhood is IWeightedNeighborhood<T>)
                break;
            samples = Math.Min(2 * samples, most);
        }

        return best is null ? new Refused<T>(reason, remembering.Asked) : new BestEffort<T>(best, missed, remembering.Asked);
    }
}
