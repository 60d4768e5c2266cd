using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Files;

namespace TypedExplain;

/// <summary>
/// Reference rows that each stand for several: a background. Every data set is one, with weight 1 for each row;
/// <see cref="Summary.Summarize"/> makes a small one of a large data set.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class WeightedRows<T> : IDescribed
    where T : IFeatureRecord<T>
{
    private readonly Lazy<FeatureStatistics<T>> _statistics;
    private readonly Lazy<string> _sha256;

    /// <summary>Rows with their weights.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="weights">One number per row, above 0: how many rows it stands for. Only their proportions matter.</param>
    /// <exception cref="InvalidDatasetException">A weight is not above 0, or there are too few or too many.</exception>
    public WeightedRows(Dataset<T> rows, IEnumerable<double> weights)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = rows;
        Weights = [.. weights];
        if (Weights.Length != rows.Count)
            throw new InvalidDatasetException($"{Weights.Length} {Noun.Of(Weights.Length, "weight was", "weights were")} given for {rows.Count} {Noun.Of(rows.Count, "row")} of {T.Schema.Name}; each row needs one.");
        for (int row = 0; row < Weights.Length; row++)
        {
            if (!(Weights[row] > 0 && double.IsFinite(Weights[row])))
                throw new InvalidDatasetException(string.Create(CultureInfo.InvariantCulture, $"The weight of row {row} of {T.Schema.Name} is {Weights[row]}; it must be above 0."));
            TotalWeight += Weights[row];
        }

        if (!double.IsFinite(TotalWeight))
            throw new InvalidDatasetException($"The weights of {rows.Count} {Noun.Of(rows.Count, "row")} of {T.Schema.Name} add up to more than a double can hold; divide all of them by a number.");
        _statistics = new(() => FeatureStatistics<T>.Of(Rows.Encoded, Weights.AsSpan()));
        _sha256 = new(Digest);
    }

    /// <summary>The records, each as often as its weight says.</summary>
    public Dataset<T> Rows { get; }

    /// <summary>For each row, how many it stands for.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Rows.Count;

    /// <summary>The sum of the weights.</summary>
    public double TotalWeight { get; }

    /// <summary>Weighted means, deviations and frequencies of the features, computed at the first use.</summary>
    public FeatureStatistics<T> Statistics => _statistics.Value;

    /// <summary>
    /// The SHA-256 of the rows and their weights, as 64 hexadecimal digits; computed at the first use. Where every weight is 1 it is
    /// that of the rows.
    /// </summary>
    public string Sha256 => _sha256.Value;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(WeightedRows<>))
        .With("rows", Count)
        .With("totalWeight", TotalWeight)
        .With("sha256", Sha256)
        .With("sha256InAnyOrder", Rows.Sha256InAnyOrder);

    /// <summary>A data set, each row of which stands for itself.</summary>
    /// <param name="rows">The data set.</param>
    public static implicit operator WeightedRows<T>(Dataset<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new(rows, Enumerable.Repeat(1.0, rows.Count));
    }

    /// <summary>The weighted mean of one number per row; exactly that number where all are equal.</summary>
    internal double Mean(ReadOnlySpan<double> values)
    {
        double origin = values[0], sum = 0;
        for (int row = 0; row < Count; row++)
            sum += Weights[row] * (values[row] - origin);
        return origin + (sum / TotalWeight);
    }

    private string Digest() => !Weights.Any(weight => weight != 1) ? Rows.Sha256 : ContentDigest.OfValues(writer =>
    {
        writer.Write(Rows.Sha256);
        foreach (double weight in Weights)
            writer.Write(weight);
    });

    /// <summary>Record, number of rows and what they stand for.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Noun.Of(Count, "row")} of {T.Schema.Name} that {Noun.Of(Count, "stands", "stand")} for {TotalWeight:0.####}");
}
