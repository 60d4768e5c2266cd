using TypedExplain.Generators.Model;
using TypedExplain.Schema.Values;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>What numbers the property types hold.</summary>
internal static class NumberLimits
{
    private const double LargestHalf = 65504;

    /// <summary>Every finite number.</summary>
    public static readonly NumberRange Unbounded = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>
    /// The part of a range that a type holds: ends are whole for whole numbers and the nearest <c>float</c> for those,
    /// so that the end itself is legal as the type writes it. Null for every <c>double</c>.
    /// </summary>
    public static NumberRange? Within(FeatureType type, NumberRange range, int? timeUnit = null)
    {
        if (type == FeatureType.Double)
            return range == Unbounded ? null : range;

        NumberRange widest = timeUnit is { } unit ? TimeUnits.Limits(type, unit) : WidestOf(type);
        double minimum = Math.Max(range.Minimum, widest.Minimum), maximum = Math.Min(range.Maximum, widest.Maximum);
        return type switch
        {
            _ when type.IsWhole() => new(Math.Ceiling(minimum), Math.Floor(maximum)),
            FeatureType.Single => new((float)minimum, (float)maximum),
            FeatureType.Half => new(NearestHalf(minimum), NearestHalf(maximum)),
            _ => new(minimum, maximum),
        };
    }

    /// <summary>Whether a feature of this range could ever differ between two records.</summary>
    public static bool HoldsTwoValues(FeatureType type, NumberRange range, int? timeUnit = null)
    {
        if (Within(type, range, timeUnit) is not { } limits)
            return true;

        if (type != FeatureType.Decimal)
            return Math.Max(limits.Minimum, double.MinValue) < Math.Min(limits.Maximum, double.MaxValue);
        double step = DecimalStep(limits);
        return Math.Ceiling(limits.Minimum / step) < Math.Floor(limits.Maximum / step);
    }

    /// <summary>
    /// The largest number of a column, where a stated end is a number of the type beyond it; else null. The smallest and the
    /// largest value of the type itself, and what no value reaches, stand for an end that is not stated.
    /// </summary>
    public static double? Cut(FeatureType type, NumberRange stated)
    {
        double most = RuntimeLimits.LargestInteger, own = type == FeatureType.Int64 ? long.MaxValue : ulong.MaxValue;
        return type is FeatureType.Int64 or FeatureType.UInt64 && (IsBeyond(stated.Maximum) || IsBeyond(-stated.Minimum)) ? most : null;

        bool IsBeyond(double end) => end > most && end < own;
    }

    private static NumberRange WidestOf(FeatureType type) => type switch
    {
        FeatureType.SByte => new(sbyte.MinValue, sbyte.MaxValue),
        FeatureType.Byte => new(byte.MinValue, byte.MaxValue),
        FeatureType.Int16 => new(short.MinValue, short.MaxValue),
        FeatureType.UInt16 => new(ushort.MinValue, ushort.MaxValue),
        FeatureType.Int32 => new(int.MinValue, int.MaxValue),
        FeatureType.UInt32 => new(uint.MinValue, uint.MaxValue),
        FeatureType.Int64 => new(-RuntimeLimits.LargestInteger, RuntimeLimits.LargestInteger),
        FeatureType.UInt64 => new(0, RuntimeLimits.LargestInteger),
        FeatureType.Single => new(float.MinValue, float.MaxValue),
        FeatureType.Half => new(-LargestHalf, LargestHalf),
        _ => new(-RuntimeLimits.LargestDecimal, RuntimeLimits.LargestDecimal),
    };

    /// <summary>The nearest <c>Half</c>: 11 significant bits, and steps of 2⁻²⁴ near zero.</summary>
    private static double NearestHalf(double number)
    {
        if (number == 0)
            return 0;
        double exponent = Math.Max(-14, Math.Floor(Math.Log(Math.Abs(number), 2)));
        double step = Math.Pow(2, exponent - 10);
        return Math.Round(number / step) * step;
    }

    /// <summary>The distance between neighboring decimals of 15 digits at the larger end, never below the type's own.</summary>
    private static double DecimalStep(NumberRange limits)
    {
        double largest = Math.Max(Math.Abs(limits.Minimum), Math.Abs(limits.Maximum));
        return Math.Max(1e-28, Math.Pow(10, Math.Floor(Math.Log10(largest)) - 14));
    }
}
