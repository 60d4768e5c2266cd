using System.ComponentModel;
using TypedExplain.Schema.Values;

namespace TypedExplain.Generated;

/// <summary>For generated code: turns the numbers of an encoded row back into the values of a record.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Cell
{
    /// <summary>The nearest <see cref="sbyte"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static sbyte ToSByte(double value) => (sbyte)Whole(value, sbyte.MinValue, sbyte.MaxValue);

    /// <summary>The nearest <see cref="byte"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static byte ToByte(double value) => (byte)Whole(value, byte.MinValue, byte.MaxValue);

    /// <summary>The nearest <see cref="short"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static short ToInt16(double value) => (short)Whole(value, short.MinValue, short.MaxValue);

    /// <summary>The nearest <see cref="ushort"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static ushort ToUInt16(double value) => (ushort)Whole(value, ushort.MinValue, ushort.MaxValue);

    /// <summary>The nearest <see cref="int"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static int ToInt32(double value) => (int)Whole(value, int.MinValue, int.MaxValue);

    /// <summary>The nearest <see cref="uint"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static uint ToUInt32(double value) => (uint)Whole(value, uint.MinValue, uint.MaxValue);

    /// <summary>The nearest <see cref="long"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static long ToInt64(double value) => (long)Whole(value, -LargestInteger, LargestInteger);

    /// <summary>The nearest <see cref="ulong"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static ulong ToUInt64(double value) => (ulong)Whole(value, 0, LargestInteger);

    /// <summary>The nearest <see cref="Half"/>.</summary>
    /// <param name="value">A finite number.</param>
    public static Half ToHalf(double value) => (Half)value;

    /// <summary>The nearest <see cref="float"/>.</summary>
    /// <param name="value">A finite number.</param>
    public static float ToSingle(double value) => (float)value;

    /// <summary>The number as a <see cref="decimal"/> of 15 significant digits, which is what a column can carry.</summary>
    /// <param name="value">A number within ±<see cref="LargestDecimal"/>.</param>
    public static decimal ToDecimal(double value) => (decimal)value;

    /// <summary>The number as a <see cref="decimal"/>; another decimal itself, with all its digits, where that is its number.</summary>
    /// <param name="value">A number within ±<see cref="LargestDecimal"/>.</param>
    /// <param name="like">The other decimal, or null.</param>
    public static decimal ToDecimal(double value, decimal? like) => like is { } other && (double)other == value ? other : ToDecimal(value);

    /// <summary>Whether a flag's column says yes.</summary>
    /// <param name="value">The column: 1 or 0.</param>
    public static bool ToBoolean(double value) => value >= 0.5;

    /// <summary>The position of the category whose column is largest; the first of equals.</summary>
    /// <param name="columns">The columns of one categorical feature.</param>
    public static int ToCategory(ReadOnlySpan<double> columns)
    {
        int best = 0;
        for (int i = 1; i < columns.Length; i++)
        {
            if (columns[i] > columns[best])
                best = i;
        }

        return best;
    }

    /// <summary>The nearest rank; the first or last where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="ranks">How many ranks there are.</param>
    public static int ToRank(double value, int ranks) => (int)Whole(value, 0, ranks - 1);

    /// <summary>Writes 1 into the column of a category and 0 into those of the others.</summary>
    /// <param name="category">Position of the category.</param>
    /// <param name="columns">The columns of one categorical feature.</param>
    public static void FromCategory(int category, Span<double> columns)
    {
        columns.Clear();
        columns[category] = 1;
    }

    /// <summary>Writes a category that fills its columns in another way than one each.</summary>
    /// <typeparam name="T">The record that has the feature.</typeparam>
    /// <param name="category">Position of the category.</param>
    /// <param name="columns">The columns of the feature.</param>
    /// <param name="feature">Position of the feature.</param>
    public static void FromCategory<T>(int category, Span<double> columns, int feature)
        where T : IFeatureRecord<T> => T.Schema.Features[feature].WriteCategory(category, columns);

    /// <summary>The position of a category that fills its columns in another way than one each.</summary>
    /// <typeparam name="T">The record that has the feature.</typeparam>
    /// <param name="columns">The columns of the feature.</param>
    /// <param name="feature">Position of the feature.</param>
    public static int ToCategory<T>(ReadOnlySpan<double> columns, int feature)
        where T : IFeatureRecord<T> => T.Schema.Features[feature].ReadCategory(columns);

    /// <summary>The largest magnitude of a <see cref="decimal"/> feature.</summary>
    public const double LargestDecimal = RuntimeLimits.LargestDecimal;

    /// <summary>The largest magnitude of a <see cref="long"/> or <see cref="ulong"/> feature: beyond it a column would lose units.</summary>
    public const double LargestInteger = RuntimeLimits.LargestInteger;

    private static double Whole(double value, double minimum, double maximum) =>
        Math.Clamp(Math.Round(value, MidpointRounding.ToEven), minimum, maximum);
}
