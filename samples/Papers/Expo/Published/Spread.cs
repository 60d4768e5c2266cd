using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Papers.Expo;

/// <summary>The mean of some trials and their standard deviation (÷ trials − 1), measured or published.</summary>
public readonly record struct Spread(double Mean, double Deviation, int Trials)
{
    public static Spread Of(Sample sample) => new(sample.Mean, sample.Deviation, sample.Count);

    /// <summary>Reads "0.135±0.0266".</summary>
    public static Spread Parse(string text, int trials)
    {
        string[] parts = text.Split('±');
        return new(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture), trials);
    }

    /// <summary>The two-sided p value of Welch's t test that two means are the same; 1 where it cannot be told.</summary>
    public static double Welch(Spread first, Spread second)
    {
        if (first.Trials < 2 || second.Trials < 2)
            return 1;
        double one = first.Deviation * first.Deviation / first.Trials, other = second.Deviation * second.Deviation / second.Trials;
        if (one + other == 0)
            return first.Mean == second.Mean ? 1 : 0;
        double freedom = (one + other) * (one + other) / ((one * one / (first.Trials - 1)) + (other * other / (second.Trials - 1)));
        return 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(first.Mean - second.Mean) / Math.Sqrt(one + other));
    }

    /// <summary>↓ where it is lower than another by Welch's test at 0.05, ↑ where it is higher, · where neither.</summary>
    public string Against(Spread other) => Welch(this, other) >= 0.05 ? "·" : Mean < other.Mean ? "↓" : "↑";

    /// <summary>Two published numbers; they differ where Welch's test at 0.05 says so, which is what the paper marks.</summary>
    public static Contrast Contrast(Spread first, Spread second) => new(first.Mean, second.Mean, Welch(first, second) < 0.05);

    /// <inheritdoc/>
    public override string ToString() => Trials == 0 ? "–" : Trials == 1 ? Number(Mean) : string.Create(CultureInfo.InvariantCulture, $"{Number(Mean)} ({Number(Deviation)})");

    /// <summary>Three digits, as a power of ten only where the number is very small.</summary>
    public static string Number(double value) =>
        double.IsNaN(value) ? "–" : value.ToString(value == 0 || Math.Abs(value) >= 1e-4 ? "G3" : "0.0e+0", CultureInfo.InvariantCulture);
}
