namespace TypedExplain;

/// <summary>The records behind encoded rows, for schemas of which a row of columns does not tell all: those with texts or images.</summary>
/// <typeparam name="T">The record.</typeparam>
internal abstract class RowRecords<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>The record of a row.</summary>
    /// <param name="row">Its position.</param>
    /// <param name="columns">Its columns.</param>
    public abstract T Record(int row, ReadOnlySpan<double> columns);
}
