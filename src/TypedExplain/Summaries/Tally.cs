using System.Numerics;

namespace TypedExplain.Summaries;

/// <summary>Many numbers, as far as they are kept: counts, exact sums, ends and a histogram. In any order it comes out the same to the bit.</summary>
/// <param name="buckets">The histogram, without numbers.</param>
internal sealed class Tally(LogBuckets buckets)
{
    /// <summary>How many numbers are added up at most: so many that none of the counts and sums can overflow.</summary>
    public const long Most = 1L << 44;

    private ExactSum _above;
    private ExactSum _below;
    private ExactSum _squares;

    /// <summary>The exact sum of the numbers above 0.</summary>
    public ref readonly ExactSum Above => ref _above;

    /// <summary>The exact sum of the magnitudes of those below 0.</summary>
    public ref readonly ExactSum Below => ref _below;

    /// <summary>The exact sum of the squares.</summary>
    public ref readonly ExactSum Squares => ref _squares;

    /// <summary>How many numbers.</summary>
    public long Count => Positive + Negative + Zero;

    /// <summary>How many are above 0.</summary>
    public long Positive { get; private set; }

    /// <summary>How many are below 0.</summary>
    public long Negative { get; private set; }

    /// <summary>How many are 0.</summary>
    public long Zero { get; private set; }

    /// <summary>The least number; infinite where there are none.</summary>
    public double Minimum { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest number; infinite where there are none.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>The histogram.</summary>
    public LogBuckets Buckets { get; } = buckets;

    /// <summary>A tally with a fine histogram: quantiles off by 1/64 of their magnitude, or 2⁻¹⁹ of the largest.</summary>
    /// <param name="withPositions">Whether the positions of values are kept.</param>
    public static Tally Fine(bool withPositions) => new(new(bits: 5, octaves: 20, withPositions));

    /// <summary>A small one: quantiles off by 1/8, or 2⁻⁹ of the largest magnitude.</summary>
    public static Tally Coarse() => new(new(bits: 2, octaves: 10, withPositions: false));

    /// <summary>Adds a finite number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="position">The position of the feature's value.</param>
    public void Add(double value, int position = 0)
    {
        value += 0.0;
        Buckets.Add(value, position);
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        if (value == 0)
        {
            Zero++;
            return;
        }

        _squares.AddSquare(value);
        if (value > 0)
        {
            Positive++;
            _above.Add(value);
        }
        else
        {
            Negative++;
            _below.Add(value);
        }
    }

    /// <summary>Adds the numbers of another one.</summary>
    public void Merge(Tally other)
    {
        (Positive, Negative, Zero) = (Positive + other.Positive, Negative + other.Negative, Zero + other.Zero);
        (Minimum, Maximum) = (Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));
        _above.Add(other._above);
        _below.Add(other._below);
        _squares.Add(other._squares);
        Buckets.Merge(other.Buckets);
    }

    /// <summary>Makes a tally without numbers what another one was; its histogram is already.</summary>
    /// <param name="counts">How many numbers are above 0, below 0 and 0.</param>
    /// <param name="ends">The least and the largest number.</param>
    /// <param name="sums">The exact sums of those above 0, of the magnitudes of those below 0, and of the squares.</param>
    public void Restore((long Positive, long Negative, long Zero) counts, (double Least, double Largest) ends, (ExactSum Above, ExactSum Below, ExactSum Squares) sums)
    {
        (Positive, Negative, Zero) = counts;
        (Minimum, Maximum) = ends;
        (_above, _below, _squares) = sums;
    }

    /// <summary>The sum, rounded once.</summary>
    public double Sum() => ExactRatio.Round(Signed(), BigInteger.One, -ExactSum.UnitExponent);

    /// <summary>The sum of the magnitudes, rounded once.</summary>
    public double SumOfMagnitudes() => ExactRatio.Round(Magnitudes(), BigInteger.One, -ExactSum.UnitExponent);

    /// <summary>The mean, rounded once.</summary>
    public double Mean() => Count == 0 ? double.NaN : ExactRatio.Round(Signed(), Count, -ExactSum.UnitExponent);

    /// <summary>The mean magnitude, rounded once.</summary>
    public double MeanMagnitude() => Count == 0 ? double.NaN : ExactRatio.Round(Magnitudes(), Count, -ExactSum.UnitExponent);

    /// <summary>The mean, its standard error and the standard deviation.</summary>
    public (double Mean, double Error, double Deviation) Moments() => Moments(Signed());

    /// <summary>The same of the magnitudes.</summary>
    public (double Mean, double Error, double Deviation) MagnitudeMoments() => Moments(Magnitudes());

    private (double Mean, double Error, double Deviation) Moments(BigInteger sum)
    {
        if (Count == 0)
            return (double.NaN, double.NaN, double.NaN);
        double mean = ExactRatio.Round(sum, Count, -ExactSum.UnitExponent);
        if (Count == 1)
            return (mean, double.NaN, double.NaN);
        if (_squares.IsInfinite)
            return (mean, double.PositiveInfinity, double.PositiveInfinity);

        // n·Σx² − (Σx)², a whole number: nothing is lost where the numbers are nearly equal.
        BigInteger spread = BigInteger.Max(BigInteger.Zero, ((_squares.InUnits() * Count) << ExactSum.UnitExponent) - (sum * sum));
        BigInteger degrees = new BigInteger(Count) * (Count - 1);
        return (mean, Math.Sqrt(ExactRatio.Round(spread, degrees * Count, -2 * ExactSum.UnitExponent)), Math.Sqrt(ExactRatio.Round(spread, degrees, -2 * ExactSum.UnitExponent)));
    }

    private BigInteger Signed() => _above.InUnits() - _below.InUnits();

    private BigInteger Magnitudes() => _above.InUnits() + _below.InUnits();
}
