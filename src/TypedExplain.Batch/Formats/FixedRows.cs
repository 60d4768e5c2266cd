using System.Text;

namespace TypedExplain.Batch.Formats;

/// <summary>
/// Results of a fixed number of rows, column by column, in which the rows of batches are gathered; so what is written does not depend
/// on how many rows a batch has. Its memory is used again.
/// </summary>
internal sealed class FixedRows
{
    private readonly ResultSchema _schema;
    private readonly int _capacity;
    private readonly double[]?[] _numbers;
    private readonly long[]?[] _counts;
    private readonly bool[]?[] _flags;
    private readonly string?[]?[] _texts;
    private readonly bool[][] _isNull;

    public FixedRows(ResultSchema schema, int capacity)
    {
        (_schema, _capacity) = (schema, capacity);
        _numbers = Of<double>(ResultColumnKind.Number);
        _counts = Of<long>(ResultColumnKind.Count);
        _flags = Of<bool>(ResultColumnKind.Flag);
        _texts = Of<string?>(ResultColumnKind.Text);
        _isNull = [.. schema.Columns.Select(_ => new bool[capacity])];
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there are as many as there can be.</summary>
    public bool IsFull => Count == _capacity;

    /// <summary>Takes rows.</summary>
    /// <param name="rows">Results.</param>
    /// <param name="first">The first one to take.</param>
    /// <returns>How many were taken.</returns>
    public int Add(ResultRows rows, int first)
    {
        int count = Math.Min(rows.Count - first, _capacity - Count);
        for (int column = 0; column < _schema.Columns.Length; column++)
        {
            Span<bool> isNull = _isNull[column].AsSpan(Count, count);
            switch (_schema.Columns[column].Kind)
            {
                case ResultColumnKind.Number:
                    AddNumbers(rows.Numbers(column).Slice(first, count), _numbers[column].AsSpan(Count), isNull);
                    break;
                case ResultColumnKind.Count:
                    AddValues(rows.Counts(column).Slice(first, count), _counts[column].AsSpan(Count), isNull);
                    break;
                case ResultColumnKind.Flag:
                    AddValues(rows.Flags(column).Slice(first, count), _flags[column].AsSpan(Count), isNull);
                    break;
                default:
                    AddTexts(rows.Texts(column).Slice(first, count), _texts[column].AsSpan(Count), isNull);
                    break;
            }

            if (_schema.Columns[column].IsRequired && isNull.Contains(true))
                throw new BatchException($"The column {_schema.Columns[column].Name} is required, and a row has no value in it.");
        }

        Count += count;
        return count;
    }

    /// <summary>Forgets the rows.</summary>
    public void Clear() => Count = 0;

    /// <summary>The cells of a column of numbers; where there is none, anything.</summary>
    public ReadOnlySpan<double> Numbers(int column) => _numbers[column].AsSpan(0, Count);

    /// <summary>The cells of a column of whole numbers; where there is none, anything.</summary>
    public ReadOnlySpan<long> Counts(int column) => _counts[column].AsSpan(0, Count);

    /// <summary>The cells of a column of flags; where there is none, anything.</summary>
    public ReadOnlySpan<bool> Flags(int column) => _flags[column].AsSpan(0, Count);

    /// <summary>The cells of a column of texts.</summary>
    public ReadOnlySpan<string?> Texts(int column) => _texts[column].AsSpan(0, Count);

    /// <summary>Whether there is no value.</summary>
    public ReadOnlySpan<bool> IsNull(int column) => _isNull[column].AsSpan(0, Count);

    /// <summary>The texts of a column in UTF-8, one after the other.</summary>
    /// <param name="column">The column.</param>
    /// <param name="bytes">Where to put them; made longer where it is too short, and not moved in memory.</param>
    /// <param name="ends">For each row, where its text ends.</param>
    public void WriteUtf8(int column, ref byte[] bytes, Span<int> ends)
    {
        int length = 0;
        foreach (string? text in Texts(column))
            length = checked(length + (text is null ? 0 : Encoding.UTF8.GetByteCount(text)));
        if (bytes.Length < length)
            bytes = GC.AllocateUninitializedArray<byte>(Math.Max(length, 2 * bytes.Length), pinned: true);
        int at = 0, row = 0;
        foreach (string? text in Texts(column))
        {
            at += text is null ? 0 : Encoding.UTF8.GetBytes(text, bytes.AsSpan(at));
            ends[row++] = at;
        }
    }

    private static void AddNumbers(ReadOnlySpan<double> numbers, Span<double> into, Span<bool> isNull)
    {
        numbers.CopyTo(into);
        for (int i = 0; i < numbers.Length; i++)
            isNull[i] = double.IsNaN(numbers[i]);
    }

    private static void AddValues<TValue>(ReadOnlySpan<TValue?> values, Span<TValue> into, Span<bool> isNull)
        where TValue : struct
    {
        for (int i = 0; i < values.Length; i++)
            (into[i], isNull[i]) = (values[i].GetValueOrDefault(), !values[i].HasValue);
    }

    private static void AddTexts(ReadOnlySpan<string?> texts, Span<string?> into, Span<bool> isNull)
    {
        texts.CopyTo(into);
        for (int i = 0; i < texts.Length; i++)
            isNull[i] = texts[i] is null;
    }

    private TValue[]?[] Of<TValue>(ResultColumnKind kind) => [.. _schema.Columns.Select(column => column.Kind == kind ? new TValue[_capacity] : null)];
}
