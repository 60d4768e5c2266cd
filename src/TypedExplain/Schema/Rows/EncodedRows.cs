using TypedExplain.Errors;
using TypedExplain.Generated;
using TypedExplain.Media;
using TypedExplain.Schema.Rows;

namespace TypedExplain;

/// <summary>Encoded records of one schema, row after row in one block of memory.</summary>
/// <typeparam name="T">The record.</typeparam>
public readonly ref struct EncodedRows<T>
    where T : IFeatureRecord<T>
{
    private readonly RowRecords<T>? _records;
    private readonly int _first;

    /// <summary>Rows over a block of memory.</summary>
    /// <param name="values">The rows one after the other, each <see cref="FeatureSchema{T}.Columns"/> numbers long.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of rows, or the schema has no columns.</exception>
    public EncodedRows(ReadOnlySpan<double> values)
    {
        int columns = T.Schema.Columns;
        if (columns == 0)
            throw new ArgumentException($"{T.Schema.Name} has no columns, so no block of numbers tells how many rows there are.", nameof(values));
        if (values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} numbers are not a whole number of rows of {T.Schema.Name}, which has {columns} {Noun.Of(columns, "column")}.", nameof(values));
        Values = values;
        Count = values.Length / columns;
    }

    /// <summary>Rows with the records that they are of, since columns do not hold all of them.</summary>
    internal EncodedRows(ReadOnlySpan<double> values, RowRecords<T> records)
        : this(values, records, 0, records.Count)
    {
    }

    private EncodedRows(ReadOnlySpan<double> values, RowRecords<T>? records, int first, int count)
    {
        Values = values;
        (_records, _first, Count) = (records, first, count);
    }

    /// <summary>All numbers, row after row.</summary>
    public ReadOnlySpan<double> Values { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>How many numbers a row has.</summary>
    public int Columns => T.Schema.Columns;

    /// <summary>One row.</summary>
    /// <param name="row">Its position, from 0.</param>
    public ReadOnlySpan<double> this[int row] => Values.Slice(row * Columns, Columns);

    /// <summary>The record that a row stands for.</summary>
    /// <param name="row">Its position, from 0.</param>
    public T Decode(int row)
    {
        if (_records is not null)
            _records.WasRead = true;
        return Record(row);
    }

    /// <summary>The record of a row, for what its columns and its texts and images tell of it.</summary>
    internal T Record(int row) => _records is null ? T.Decode(this[row]) : _records.Record(_first + row, this[row]);

    /// <summary>The records behind the rows, and the position among them of the first; null where rows have none.</summary>
    internal (RowRecords<T>? Records, int First) Source => (_records, _first);

    /// <summary>Writes an image of a row, of a schema that has some.</summary>
    /// <param name="row">Its position, from 0.</param>
    /// <param name="image">The image.</param>
    /// <param name="media">Scratch for the texts and images of a record.</param>
    /// <param name="pixels">Where its pixels go.</param>
    internal void WritePixels(int row, MediaFeature<T> image, MediaValues media, Span<float> pixels)
    {
        if (_records?.WritePixels(_first + row, image.Index, pixels) == true)
            return;
        T.ReadMedia(Record(row), media);
        media.Image(image.Index).Span.CopyTo(pixels);
    }

    /// <summary>Some of the rows, which follow each other.</summary>
    internal EncodedRows<T> Slice(int first, int count) => new(Values.Slice(first * Columns, count * Columns), _records, _first + first, count);
}
