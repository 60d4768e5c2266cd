namespace TypedExplain.Schema.Rows;

/// <summary>The records behind encoded rows: a row of columns does not hold all of a record.</summary>
/// <typeparam name="T">The record.</typeparam>
internal abstract class RowRecords<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>Whether a model has asked for the record of a row; if not, its answers are functions of the columns.</summary>
    public virtual bool WasRead { get; set; }

    /// <summary>The record of a row.</summary>
    /// <param name="row">Its position.</param>
    /// <param name="columns">Its columns.</param>
    public abstract T Record(int row, ReadOnlySpan<double> columns);

    /// <summary>Where a row's record has from what its columns do not hold; null where they hold all of it.</summary>
    /// <param name="row">Its position.</param>
    public abstract RowOrigin<T>? OriginOf(int row);

    /// <summary>Writes an image of a row without making its record.</summary>
    /// <param name="row">Its position.</param>
    /// <param name="image">Which of the record's texts and images.</param>
    /// <param name="pixels">Where its pixels go.</param>
    /// <returns>Whether it could; if not, the record has it.</returns>
    public virtual bool WritePixels(int row, int image, Span<float> pixels) => false;
}
