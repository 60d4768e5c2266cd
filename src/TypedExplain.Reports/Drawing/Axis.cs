using System.Globalization;
using TypedExplain.Numerics;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports.Drawing;

/// <summary>An axis: from which number to which, even or logarithmic, with round numbers as ticks.</summary>
internal sealed class Axis
{
    private const double Margin = 0.04;

    private readonly double _low;
    private readonly double _high;
    private readonly bool _isLog;

    private Axis(double low, double high, bool isLog, IReadOnlyList<(double At, string Text)> ticks) => (_low, _high, _isLog, Ticks) = (low, high, isLog, ticks);

    /// <summary>Where numbers are written, and how.</summary>
    public IReadOnlyList<(double At, string Text)> Ticks { get; }

    /// <summary>Where a number stands, from 0 to 1; beyond the ends at the ends.</summary>
    public double Place(double value)
    {
        double at = _isLog ? VectorMath.Log(Math.Max(value, double.Epsilon)) : value;

        // Halves, since the difference of the largest numbers is none.
        return Math.Clamp(((at / 2) - (_low / 2)) / ((_high / 2) - (_low / 2)), 0, 1);
    }

    /// <summary>An axis that holds all numbers.</summary>
    /// <param name="values">The numbers; those that are not finite are left out.</param>
    /// <param name="ticks">How many ticks there are at most.</param>
    /// <param name="isLog">Whether it is logarithmic; numbers that are not above 0 are left out then.</param>
    /// <param name="write">How numbers are written; null for as few digits as tell them apart.</param>
    /// <param name="provider">The culture.</param>
    /// <param name="leastStep">How far ticks of an even axis are apart at least, such as 1 for whole numbers; 0 for any.</param>
    public static Axis Around(IEnumerable<double> values, int ticks, bool isLog = false, Func<double, string>? write = null, IFormatProvider? provider = null, double leastStep = 0)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value) || (isLog && value <= 0))
                continue;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        if (low > high)
            (low, high) = isLog ? (1, 10) : (0, 1);
        return isLog ? Logarithmic(low, high, ticks, write ?? (value => NumberText.Value(value, provider ?? CultureInfo.InvariantCulture))) : Even(low, high, ticks, write, provider, leastStep);
    }

    private static Axis Even(double low, double high, int ticks, Func<double, string>? write, IFormatProvider? provider, double leastStep)
    {
        if (!((high / 2) - (low / 2) > 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high))))
        {
            double around = low == 0 ? 1 : 0.1 * Math.Abs(low);
            (low, high) = (Math.Max(low - around, -double.MaxValue), Math.Min(high + around, double.MaxValue));
        }

        double half = (high / 2) - (low / 2), step = Math.Max(Step(2 * (half / ticks)), leastStep);
        double from = Math.Max(low - (2 * Margin * half), -double.MaxValue), to = Math.Min(high + (2 * Margin * half), double.MaxValue);
        List<(double, string)> written = [];
        for (double i = Math.Ceiling(from / step); i * step <= to && written.Count <= ticks + 1; i++)
        {
            // Never "-0".
            double at = (i * step) + 0.0;
            written.Add((at, write?.Invoke(at) ?? Written(at, step, provider ?? CultureInfo.InvariantCulture)));
        }

        return new(from, to, isLog: false, written);
    }

    private static Axis Logarithmic(double low, double high, int ticks, Func<double, string> write)
    {
        double from = VectorMath.Log(low), to = VectorMath.Log(high), margin = to > from ? Margin * (to - from) : 0.5;
        (from, to) = (from - margin, to + margin);
        double[] digits = to - from > 2.3 * ticks ? [1] : to - from > 1.2 * ticks ? [1, 3] : [1, 2, 5];
        int first = (int)Math.Floor(from / VectorMath.Log(10)), last = (int)Math.Ceiling(to / VectorMath.Log(10)), apart = Math.Max(1, (int)Math.Ceiling((last - first) * digits.Length / (double)ticks) / digits.Length);
        List<(double, string)> written = [];
        for (int power = first; power <= last; power += apart)
        {
            foreach (double digit in digits)
            {
                double value = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digit}E{power}"), CultureInfo.InvariantCulture);
                if (value > 0 && double.IsFinite(value) && VectorMath.Log(value) >= from && VectorMath.Log(value) <= to)
                    written.Add((value, write(value)));
            }
        }

        return new(from, to, isLog: true, written);
    }

    /// <summary>The smallest of 1, 2 and 5 times a power of ten that is not below a number.</summary>
    private static double Step(double least)
    {
        string scientific = least.ToString("E0", CultureInfo.InvariantCulture);
        int power = int.Parse(scientific.AsSpan(scientific.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) - 1;
        foreach (string digits in (string[])["1", "2", "5", "10", "20", "50", "100"])
        {
            double step = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}E{power}"), CultureInfo.InvariantCulture);
            if (step >= least && step > 0)
                return step;
        }

        return Math.Max(least, double.Epsilon);
    }

    /// <summary>A tick with as many decimals as its step has.</summary>
    private static string Written(double value, double step, IFormatProvider provider)
    {
        if (value == 0 && step < 1e-5)
            return "0";
        int decimals = 0;
        for (double s = step; decimals < 6 && Math.Abs(s - Math.Round(s)) > 1e-9 * s; s *= 10)
            decimals++;
        return Math.Abs(value) >= 1e7 || (step < 1e-5 && value != 0) ? value.ToString("0.###E0", provider) : value.ToString("#,##0." + new string('0', decimals), provider);
    }
}
