using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>
/// S of LIME as ExpO publishes it: the mean over rows of ‖c'_x − c_x‖² between a row's explanation and others of the same
/// row under other seeds. It measures the noise of sampling, so never compare it with <see cref="Stability{T}"/>.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record ResamplingStability<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The explainer with another seed: <c>seed => lime with { Seed = seed }</c>.</summary>
    public required Func<int, IExplainer<T>> Explainer { get; init; }

    /// <summary>How often every row is explained again, at least 1; with the seeds from <see cref="FirstSeed"/> on.</summary>
    [OptionRange(AtLeast = 1)]
    public int Runs { get; init; } = 5;

    /// <summary>The first seed; the rows' own explanations should have another.</summary>
    public int FirstSeed { get; init; } = 1;

    /// <summary>Whether the surrogate's constant counts as a coefficient, as in the paper.</summary>
    public bool Intercept { get; init; } = true;

    /// <inheritdoc/>
    public string Name => "Resampling stability";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.LowerIsBetter;

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">
    /// The rows do not know their model, there is no run, or a run agrees to the bit with another or with the rows' own
    /// explanations although the method draws at random: they have the same seed.
    /// </exception>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        (IReadOnlyList<Explanation<T>>[] runs, bool agree) = Reseeded.Explain(rows, Name, Explainer, FirstSeed, Runs, minimum: 1, withOwn: true, cancellation);
        return Score.Of(
            Name,
            ExpoFormulas.Stability(
                rows.Data.Count,
                Runs,
                row => Coefficients.Of(rows.Explanations[row], Intercept),
                (row, run) => Coefficients.Of(runs[run][row], Intercept),
                cancellation),
            "rows",
            Direction,
            $"{Coefficients.InWords(Intercept, rows)}, between a row's explanation and {Runs} of the same row under other seeds{Reseeded.InWords(agree)}");
    }
}
