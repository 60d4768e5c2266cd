using System.Globalization;

namespace Papers;

/// <summary>Some numbers in brief.</summary>
/// <param name="Values">The numbers; those that are NaN are left out.</param>
public sealed record Sample(IReadOnlyList<double> Values)
{
    private readonly double[] _defined = [.. Values.Where(value => !double.IsNaN(value))];

    /// <summary>How many there are.</summary>
    public int Count => _defined.Length;

    /// <summary>Their mean; NaN for none.</summary>
    public double Mean => Count == 0 ? double.NaN : _defined.Average();

    /// <summary>Their standard deviation (÷ count − 1); 0 for fewer than two.</summary>
    public double Deviation
    {
        get
        {
            double mean = Mean;
            return Count < 2 ? 0 : Math.Sqrt(_defined.Sum(value => (value - mean) * (value - mean)) / (Count - 1));
        }
    }

    /// <summary>The standard error of the mean.</summary>
    public double StandardError => Count == 0 ? 0 : Deviation / Math.Sqrt(Count);

    /// <summary>Mean ± standard error, or "–" for none.</summary>
    public string WithError(string format = "0.000") => Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Mean.ToString(format, CultureInfo.InvariantCulture)} ± {StandardError.ToString(format, CultureInfo.InvariantCulture)}");

    /// <summary>Mean (standard deviation), or "–" for none.</summary>
    public string WithDeviation(string format = "0.000") => Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Mean.ToString(format, CultureInfo.InvariantCulture)} ({Deviation.ToString(format, CultureInfo.InvariantCulture)})");

    /// <summary>The core's paired tests of first − second, value by value; fewer is better where <paramref name="lower"/>.</summary>
    public static PairedTest Paired(string metric, IReadOnlyList<double> first, IReadOnlyList<double> second, bool lower = true)
    {
        return PairedTest.Of(Score(first), Score(second));

        Score Score(IReadOnlyList<double> values)
        {
            Sample own = new(values);
            return new(metric, own.Mean, own.StandardError, values.Count, "pairs", lower ? MetricDirection.LowerIsBetter : MetricDirection.HigherIsBetter, "") { Values = [.. values] };
        }
    }

    /// <summary>A p value in words: "p &lt; 0.0001" or "p = 0.0312".</summary>
    public static string Chance(double p) => p < 0.0001 ? "p < 0.0001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.0000}");
}
