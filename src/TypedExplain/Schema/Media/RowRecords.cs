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

    /// <summary>Writes an image of a row without making its record.</summary>
    /// <param name="row">Its position.</param>
    /// <param name="image">Which of the record's texts and images.</param>
    /// <param name="pixels">Where its pixels go.</param>
    /// <returns>Whether it could; if not, the record has it.</returns>
    public virtual bool WritePixels(int row, int image, Span<float> pixels) => false;
}
