namespace TypedExplain;

/// <summary>
/// S of LIME as ExpO publishes it: the mean over rows of ‖c'_x − c_x‖² between a row's explanation and others of the same
/// row under other seeds. It measures the noise of sampling, so never compare it with <see cref="Stability{T}"/>.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record ResamplingStability<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The explainer with another seed.</summary>
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
    /// <exception cref="InvalidOptionException">The rows do not know their model, or there is no run.</exception>
    public Score Evaluate(ExplainedRows<T> rows)
    {
        IReadOnlyList<Explanation<T>>[] runs = Reseeded.Explain(rows, Name, Explainer, FirstSeed, Runs, minimum: 1);
        return Score.Of(
            Name,
            ExpoFormulas.Stability(
                rows.Data.Count,
                Runs,
                row => Coefficients.Of(rows.Explanations[row], Intercept),
                (row, run) => Coefficients.Of(runs[run][row], Intercept)),
            "rows",
            Direction,
            $"{Coefficients.InWords(Intercept)}, between a row's explanation and {Runs} of the same row under other seeds");
    }
}
