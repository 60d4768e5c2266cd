using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace TypedExplain.Generated;

public static partial class Cell
{
    /// <summary>Writes an array of numbers.</summary>
    /// <typeparam name="T">The record that holds it.</typeparam>
    /// <typeparam name="TNumber">The type of its numbers.</typeparam>
    /// <param name="values">The array.</param>
    /// <param name="columns">Its columns, one per number.</param>
    /// <param name="name">The property that holds it.</param>
    /// <param name="number">A number as a column carries it.</param>
    /// <exception cref="InvalidFeatureException">There is no array, or it has another length.</exception>
    public static void FromArray<T, TNumber>(TNumber[]? values, Span<double> columns, string name, Func<TNumber, double> number)
        where T : IFeatureRecord<T>
    {
        if (values?.Length != columns.Length)
            throw InvalidFeatureException.WrongLength<T>(name, values?.Length ?? -1, columns.Length);
        for (int i = 0; i < columns.Length; i++)
            columns[i] = number(values[i]);
    }

    /// <summary>Writes an array of numbers.</summary>
    /// <typeparam name="T">The record that holds it.</typeparam>
    /// <typeparam name="TNumber">The type of its numbers.</typeparam>
    /// <param name="values">The array.</param>
    /// <param name="columns">Its columns, one per number.</param>
    /// <param name="name">The property that holds it.</param>
    /// <param name="number">A number as a column carries it.</param>
    /// <exception cref="InvalidFeatureException">There is no array, or it has another length.</exception>
    public static void FromArray<T, TNumber>(ImmutableArray<TNumber> values, Span<double> columns, string name, Func<TNumber, double> number)
        where T : IFeatureRecord<T> =>
        FromArray<T, TNumber>(ImmutableCollectionsMarshal.AsArray(values), columns, name, number);

    /// <summary>The array that columns stand for.</summary>
    /// <typeparam name="TNumber">The type of its numbers.</typeparam>
    /// <param name="columns">Its columns, one per number.</param>
    /// <param name="number">The number that a column carries.</param>
    public static TNumber[] ToArray<TNumber>(ReadOnlySpan<double> columns, Func<double, TNumber> number)
    {
        TNumber[] values = new TNumber[columns.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = number(columns[i]);
        return values;
    }

    /// <summary>The decimals that columns stand for; those of another array where they are its own.</summary>
    /// <param name="columns">Their columns, one per number.</param>
    /// <param name="like">The other array; empty where there is none.</param>
    public static decimal[] ToDecimals(ReadOnlySpan<double> columns, ReadOnlySpan<decimal> like)
    {
        decimal[] values = new decimal[columns.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = ToDecimal(columns[i], i < like.Length ? like[i] : null);
        return values;
    }

    /// <summary>The same as an immutable array.</summary>
    /// <param name="columns">Their columns, one per number.</param>
    /// <param name="like">The other array; empty where there is none.</param>
    public static ImmutableArray<decimal> ToImmutableDecimals(ReadOnlySpan<double> columns, ReadOnlySpan<decimal> like) =>
        ImmutableCollectionsMarshal.AsImmutableArray(ToDecimals(columns, like));

    /// <summary>The immutable array that columns stand for.</summary>
    /// <typeparam name="TNumber">The type of its numbers.</typeparam>
    /// <param name="columns">Its columns, one per number.</param>
    /// <param name="number">The number that a column carries.</param>
    public static ImmutableArray<TNumber> ToImmutableArray<TNumber>(ReadOnlySpan<double> columns, Func<double, TNumber> number) =>
        ImmutableCollectionsMarshal.AsImmutableArray(ToArray(columns, number));
}
