using System.ComponentModel;

namespace TypedExplain;

/// <summary>For generated code: turns the numbers of an encoded row back into the values of a record.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Cell
{
    /// <summary>The nearest <see cref="int"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static int ToInt32(double value) =>
        (int)Math.Clamp(Math.Round(value, MidpointRounding.ToEven), int.MinValue, int.MaxValue);

    /// <summary>The nearest <see cref="long"/>; the nearest limit where the number lies outside.</summary>
    /// <param name="value">A finite number.</param>
    public static long ToInt64(double value) => value switch
    {
        >= long.MaxValue => long.MaxValue,
        <= long.MinValue => long.MinValue,
        _ => (long)Math.Round(value, MidpointRounding.ToEven),
    };

    /// <summary>The nearest <see cref="float"/>.</summary>
    /// <param name="value">A finite number.</param>
    public static float ToSingle(double value) => (float)value;

    /// <summary>The number as a <see cref="decimal"/> of 15 significant digits, which is what a column can carry.</summary>
    /// <param name="value">A number within ±<see cref="LargestDecimal"/>.</param>
    public static decimal ToDecimal(double value) => (decimal)value;

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

    /// <summary>Writes 1 into the column of a category and 0 into those of the others.</summary>
    /// <param name="category">Position of the category.</param>
    /// <param name="columns">The columns of one categorical feature.</param>
    public static void FromCategory(int category, Span<double> columns)
    {
        columns.Clear();
        columns[category] = 1;
    }

    /// <summary>The largest magnitude of a <see cref="decimal"/> feature.</summary>
    public const double LargestDecimal = 7.9e27;

    /// <summary>The largest magnitude of a <see cref="long"/> feature: beyond it a column would lose units.</summary>
    public const double LargestInteger = 9007199254740991;
}
