using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>
/// CAC: the mean over classes of the correlation between the mean input and the mean effects of the class's rows.
/// An explainer that only echoes its input scores near 1, so read it beside <see cref="TrivialExplainer{T}"/>.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record ClassAttributionConsistency<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public string Name => "Class attribution consistency";

    /// <inheritdoc/>
    public MetricDirection Direction => MetricDirection.HigherIsBetter;

    /// <inheritdoc/>
    /// <exception cref="InvalidDatasetException">The rows have no labels.</exception>
    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Data.Target is not { IsClass: true } target)
            throw new InvalidDatasetException($"{Name} compares classes, and the rows of {T.Schema.Name} have none. Give the data set labels: data.WithLabels(...).");

        double?[] classes = MetricFormulas.ClassAttributionConsistency(rows.Data.Count, target.Classes.Length, row => (int)target.Values[row], rows.Inputs, rows.Effects, cancellation);
        double[] defined = [.. classes.OfType<double>()];
        return Score.Of(Name, defined, "classes", Direction, $"classes by label, {classes.Length - defined.Length} of {classes.Length} left out because their mean input or effect is constant");
    }
}
