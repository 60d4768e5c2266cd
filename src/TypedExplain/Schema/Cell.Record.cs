namespace TypedExplain.Generated;

public static partial class Cell
{
    /// <summary>Writes a record inside another one.</summary>
    /// <typeparam name="T">The outer record.</typeparam>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="value">The inner record.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="name">The property that holds it.</param>
    public static void FromRecord<T, TInner>(in TInner value, Span<double> columns, string name)
        where T : IFeatureRecord<T>
        where TInner : IFeatureRecord<TInner>
    {
        if (value is null)
            throw InvalidFeatureException.MissingRecord<T, TInner>(name);
        TInner.Encode(in value, columns);
    }

    /// <summary>Builds a record inside another one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="columns">Its columns.</param>
    public static TInner ToRecord<TInner>(ReadOnlySpan<double> columns)
        where TInner : IFeatureRecord<TInner> => TInner.Decode(columns);

    /// <summary>Builds a record inside another one, which has what no column holds from a record like it.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="columns">Its columns.</param>
    /// <param name="like">The record like it.</param>
    public static TInner ToRecord<TInner>(ReadOnlySpan<double> columns, in TInner like)
        where TInner : IFeatureRecord<TInner> => TInner.Decode(columns, MediaValues.Absent, in like);

    /// <summary>Builds a record inside another one, with its times to the tick.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="columns">Its columns.</param>
    /// <param name="times">Its times.</param>
    public static TInner ToRecord<TInner>(ReadOnlySpan<double> columns, TimeValues times)
        where TInner : IFeatureRecord<TInner> => TInner.Decode(columns, MediaValues.Absent, times);

    /// <summary>Hands out the times of a record inside another one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="value">The inner record.</param>
    /// <param name="times">Where they go.</param>
    public static void ReadTimes<TInner>(in TInner value, TimeValues times)
        where TInner : IFeatureRecord<TInner> => TInner.ReadTimes(in value, times);

    /// <summary>Refuses to build a record with texts or images of its columns only.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static T WithoutMedia<T>(ReadOnlySpan<double> columns)
        where T : IFeatureRecord<T> => T.Decode(columns, MediaValues.Absent);
}
