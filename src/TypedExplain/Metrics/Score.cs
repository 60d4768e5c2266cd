using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using TypedExplain.Schema.Values;

namespace TypedExplain;

/// <summary>The value of a metric over many rows.</summary>
/// <param name="Metric">The name of the metric.</param>
/// <param name="Mean">The mean over the rows; NaN where <paramref name="Count"/> is 0.</param>
/// <param name="StandardError">Standard deviation over the rows (÷ count − 1) by √count; 0 for a single one.</param>
/// <param name="Count">How many rows, or classes, the mean is over.</param>
/// <param name="Unit">What is counted: rows or classes.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Convention">The choices that the number depends on, in words.</param>
[JsonConverter(typeof(ResultConverter<Score>))]
public sealed partial record Score(string Metric, double Mean, double StandardError, int Count, string Unit, MetricDirection Direction, string Convention) : IJsonResult<Score>
{
    // An error so much smaller than the mean is rounding.
    private const double Rounding = 1e-6;

    /// <summary>The value of each row or class, in their order; empty where the score was not taken of rows.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>Whether there was anything to take a mean of.</summary>
    public bool IsDefined => Count > 0;

    /// <summary>Metric, mean, error, rows and direction.</summary>
    public override string ToString() => IsDefined
        ? string.Create(CultureInfo.InvariantCulture, $"{Metric} {Shown(Mean)} ± {(StandardError < Rounding * Math.Abs(Mean) ? "0.000" : Shown(StandardError))} over {Count} {(Count == 1 ? One(Unit) : Unit)} ({(Direction == MetricDirection.LowerIsBetter ? "lower" : "higher")} is better)")
        : $"{Metric} is undefined: {Convention}";

    /// <summary>The unit of one thing; that of a metric of one's own stays as it is.</summary>
    private static string One(string unit) => unit switch { "rows" => "row", "classes" => "class", _ => unit };

    /// <summary>Three decimals; of what would be all zeros, three digits.</summary>
    private static string Shown(double value) => Math.Abs(value) is > 0 and < 0.0005 ? NumberText.Answer(value, CultureInfo.InvariantCulture) : value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Whether both hold the same numbers under the same conventions.</summary>
    /// <param name="other">Another score.</param>
    public bool Equals(Score? other) =>
        other is not null
        && (Metric, Count, Unit, Direction, Convention) == (other.Metric, other.Count, other.Unit, other.Direction, other.Convention)
        && Mean.Equals(other.Mean)
        && StandardError.Equals(other.StandardError)
        && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Metric, Mean, StandardError, Count, Unit, Direction, Convention);

    /// <summary>The score of a metric: the mean of the values of rows or classes, and how sure it is.</summary>
    /// <param name="metric">The name of the metric.</param>
    /// <param name="values">One value for each row or class; the score of none is undefined.</param>
    /// <param name="unit">What is counted, such as "rows".</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="convention">The choices that the number depends on, in words.</param>
    public static Score Of(string metric, IReadOnlyCollection<double> values, string unit, MetricDirection direction, string convention)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(values);
        (double mean, double deviation) = MathNet.Numerics.Statistics.Statistics.MeanStandardDeviation(values);
        return new(metric, mean, values.Count > 1 ? deviation / Math.Sqrt(values.Count) : 0, values.Count, unit, direction, convention) { Values = [.. values] };
    }
}
