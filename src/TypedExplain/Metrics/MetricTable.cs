using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>
/// Several metrics of several explainers over the same rows, always beside the baselines: two that know nothing of the model
/// and one that knows nothing local. What a number is worth shows in theirs.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
[JsonConverter(typeof(ResultConverter))]
public sealed partial class MetricTable<T> : IJsonResult<MetricTable<T>>
    where T : IFeatureRecord<T>
{
    private readonly Score[][] _scores;

    private MetricTable(ImmutableArray<IExplainer<T>> explainers, Score[][] scores) => (Explainers, _scores) = (explainers, scores);

    /// <summary>
    /// The explainers, then <see cref="TrivialExplainer{T}"/>, <see cref="RandomExplainer{T}"/> and
    /// <see cref="FittedGlobalSurrogate{T}"/> unless they were among them; the last for tables only.
    /// </summary>
    public ImmutableArray<IExplainer<T>> Explainers { get; }

    /// <summary>The scores of one explainer, one per metric in the order in which they were given.</summary>
    /// <param name="explainer">Its position in <see cref="Explainers"/>.</param>
    public IReadOnlyList<Score> this[[OptionRange(AtLeast = 0)] int explainer] => _scores[explainer];

    /// <summary>Explains every row by every explainer, once, and takes every metric.</summary>
    /// <param name="explainers">The explainers; at least one.</param>
    /// <param name="metrics">The metrics; at least one.</param>
    /// <param name="model">A model with one output.</param>
    /// <param name="data">The rows; also what the baselines measure by.</param>
    /// <param name="neighbors">q, how many nearest rows count as the neighbors of a row.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidOptionException">There is no explainer or no metric, or an option is outside what it may be.</exception>
    public static MetricTable<T> Of(IReadOnlyList<IExplainer<T>> explainers, IReadOnlyList<IMetric<T>> metrics, IModel<T> model, Dataset<T> data, [OptionRange(AtLeast = 1)] int neighbors = 3, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(explainers);
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        if (explainers.Count == 0 || metrics.Count == 0)
            throw new InvalidOptionException($"A metric table was given {explainers.Count} explainers and {metrics.Count} metrics; it needs at least one of each.");
        List<IExplainer<T>> all = [.. explainers];
        if (!all.OfType<TrivialExplainer<T>>().Any())
            all.Add(new TrivialExplainer<T> { Background = data });
        if (!all.OfType<RandomExplainer<T>>().Any())
            all.Add(new RandomExplainer<T> { Background = data });
        if (T.Schema.Media.IsEmpty && !all.OfType<FittedGlobalSurrogate<T>>().Any())
            all.Add(new GlobalSurrogate<T> { Background = data }.Fit(model, cancellation));
        return new([.. all], [.. all.Select(Scores)]);

        Score[] Scores(IExplainer<T> explainer)
        {
            ExplainedRows<T> rows = ExplainedRows<T>.Of(explainer, model, data, neighbors, cancellation);
            return [.. metrics.Select(metric => metric.Evaluate(rows, cancellation))];
        }
    }

    /// <summary>Whether two of the explainers differ by a metric.</summary>
    /// <param name="first">Position of one explainer.</param>
    /// <param name="second">Position of the other.</param>
    /// <param name="metric">Position of the metric.</param>
    /// <exception cref="InvalidOptionException">The metric is not one over rows that both have.</exception>
    public PairedTest Compare(int first, int second, int metric) => PairedTest.Of(_scores[first][metric], _scores[second][metric]);

    /// <summary>One line per metric and one column per explainer, then what each metric's numbers depend on.</summary>
    public override string ToString()
    {
        Score[] metrics = _scores[0];
        string[] names = [.. metrics.Select((score, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {score.Metric}"))];
        string[][] cells = [.. _scores.Select(scores => scores.Select(Cell).ToArray())];
        int[] widths = [.. cells.Select((column, i) => Math.Max(Explainers[i].Name.Length, column.Max(cell => cell.Length)))];
        int first = names.Max(name => name.Length) + 2;

        StringBuilder text = new(new string(' ', first));
        for (int i = 0; i < cells.Length; i++)
            text.Append("  ").Append(Explainers[i].Name.PadLeft(widths[i]));
        text.Append('\n');
        for (int metric = 0; metric < names.Length; metric++)
        {
            text.Append(names[metric].PadRight(first - 2)).Append(metrics[metric].Direction == MetricDirection.LowerIsBetter ? " ↓" : " ↑");
            for (int i = 0; i < cells.Length; i++)
                text.Append("  ").Append(cells[i][metric].PadLeft(widths[i]));
            text.Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"mean ± standard error over {metrics[0].Count} {metrics[0].Unit}; ↓ lower is better, ↑ higher is better\n");
        for (int metric = 0; metric < names.Length; metric++)
        {
            text.Append(names[metric]).Append(": ").Append(metrics[metric].Convention).Append('\n');

            // Where an explainer's effects are on another scale, its numbers are not those of the rest of the line.
            foreach (IGrouping<string, int> other in Enumerable.Range(1, _scores.Length - 1).GroupBy(i => _scores[i][metric].Convention).Where(other => other.Key != metrics[metric].Convention))
                text.Append(names[metric]).Append(" of ").Append(NameList.Names(other.Select(i => Explainers[i].Name))).Append(": ").Append(other.Key).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(Score score) =>
        score.IsDefined ? string.Create(CultureInfo.InvariantCulture, $"{Number(score.Mean)} ± {Number(score.StandardError)}") : "–";

    /// <summary>Three decimals, or a power of ten where they would not show the number or would hide its size.</summary>
    private static string Number(double value) =>
        value.ToString(value == 0 || Math.Abs(value) is >= 0.001 and < 10_000 ? "0.000" : "0.0E+0", CultureInfo.InvariantCulture);
}
