using System.Globalization;

namespace Papers;

/// <summary>One axis of a chart: from values to a share of its length, and where its marks stand.</summary>
public sealed class ChartAxis
{
    private readonly double _low;
    private readonly double _high;
    private readonly bool _isLog;

    /// <summary>An axis that holds some values with a little room.</summary>
    public ChartAxis(IEnumerable<double> values, bool isLog)
    {
        double[] some = [.. values.Where(value => double.IsFinite(value) && (!isLog || value > 0)).Select(value => isLog ? Math.Log10(value) : value)];
        (double low, double high) = some.Length == 0 ? (0, 1) : (some.Min(), some.Max());
        double room = high > low ? 0.05 * (high - low) : isLog ? 0.5 : Math.Max(0.05 * Math.Abs(high), 0.5);
        (_low, _high, _isLog) = (low - room, high + room, isLog);

        // Errors, shares and costs start at 0: an axis that starts just below shows the 0 as its end.
        if (!isLog && low >= 0 && _low < 0)
            _low = 0;
    }

    /// <summary>Where a value lies, 0 at the beginning of the axis and 1 at its end; NaN for one that cannot be shown.</summary>
    public double Place(double value) => ((_isLog ? value > 0 ? Math.Log10(value) : double.NaN : value) - _low) / (_high - _low);

    /// <summary>The marks: values and what is written at them.</summary>
    public IReadOnlyList<(double Value, string Text)> Marks()
    {
        double[] values = _isLog ? LogMarks() : LinearMarks();
        return [.. values.Select(value => (value, value == 0 ? "0" : Math.Abs(value) is >= 1e5 or < 1e-4 ? value.ToString("0e+0", CultureInfo.InvariantCulture).Replace("e+", "e") : value.ToString("0.#####", CultureInfo.InvariantCulture)))];
    }

    private double[] LinearMarks()
    {
        double rough = (_high - _low) / 4, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        int first = (int)Math.Ceiling((_low / step) - 1e-9), last = (int)Math.Floor((_high / step) + 1e-9);
        return [.. Enumerable.Range(first, last - first + 1).Select(mark => Math.Round(mark * step, 10))];
    }

    private double[] LogMarks()
    {
        int first = (int)Math.Floor(_low), last = (int)Math.Ceiling(_high);
        double[] factors = _high - _low > 2.5 ? [1] : _high - _low > 1 ? [1, 3] : [1, 2, 5];
        IEnumerable<double> all = Enumerable.Range(first, last - first + 1).SelectMany(power => factors.Select(factor => factor * Math.Pow(10, power)));
        double[] inside = [.. all.Where(value => Math.Log10(value) >= _low - 1e-9 && Math.Log10(value) <= _high + 1e-9)];
        int every = Math.Max(1, (inside.Length + 5) / 6);
        return [.. inside.Where((_, i) => i % every == 0)];
    }
}
