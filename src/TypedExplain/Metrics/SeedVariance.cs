using TypedExplain.Errors;
using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>
/// How much of an explanation is chance: for each row the variance (÷ runs − 1) over seeds of its effects per standard
/// deviation, as the mean over features and then over rows. 0 for a method without random numbers.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record SeedVariance<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The explainer with a seed: <c>seed => lime with { Seed = seed }</c>.</summary>
    public required Func<int, IExplainer<T>> Explainer { get; init; }

    /// <summary>How often every row is explained, at least 2; with the seeds from <see cref="FirstSeed"/> on.</summary>
    [OptionRange(AtLeast = 2)]
    public int Runs { get; init; } = 5;

    /// <summary>The seed of the first run; the others take those that follow it.</summary>
    public int FirstSeed { get; init; }

    /// <inheritdoc/>
    public string Name => "Seed variance";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.LowerIsBetter;

    /// <inheritdoc/>
    /// <remarks>The rows' own explanations are not looked at.</remarks>
    /// <exception cref="InvalidOptionException">
    /// The rows do not know their model, there are fewer than 2 runs, or two runs agree to the bit of a method that draws at
    /// random: <see cref="Explainer"/> does not pass its seed on.
    /// </exception>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        (IReadOnlyList<Explanation<T>>[] runs, bool agree) = Reseeded.Explain(rows, Name, Explainer, FirstSeed, Runs, minimum: 2, withOwn: false, cancellation);
        double[] values = new double[rows.Data.Count];
        for (int row = 0; row < values.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[][] importances = [.. runs.Select(run => run[row].Importances())];
            for (int j = 0; j < importances[0].Length; j++)
            {
                // Around the first run, so that runs that agree to the bit have variance 0.
                double origin = importances[0][j], sum = 0, squares = 0;
                foreach (double[] run in importances)
                {
                    double off = run[j] - origin;
                    sum += off;
                    squares += off * off;
                }

                values[row] += Math.Max(0, squares - (sum * sum / Runs)) / (Runs - 1) / importances[0].Length;
            }
        }

        return Score.Of(Name, values, "rows", Direction, $"mean over features of the variance of effects per standard deviation{rows.Scale} over {Runs} {Noun.Of(Runs, "seed")}{Reseeded.InWords(agree)}");
    }
}
