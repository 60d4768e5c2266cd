namespace TypedExplain.Schema.Rows;

/// <summary>The records of several batches, one after the other.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class JoinedRecords<T> : RowRecords<T>
    where T : IFeatureRecord<T>
{
    private readonly RowRecords<T>[] _parts;
    private readonly int[] _firsts;

    public JoinedRecords(RowRecords<T>[] parts)
    {
        (_parts, _firsts) = (parts, new int[parts.Length]);
        for (int part = 0; part < parts.Length; part++)
        {
            _firsts[part] = Count;
            Count += parts[part].Count;
        }
    }

    public override int Count { get; }

    /// <summary>Whether the record of any row was asked for: a model that looks at records does so of every run.</summary>
    public override bool WasRead
    {
        get => base.WasRead;
        set
        {
            base.WasRead = value;
            foreach (RowRecords<T> part in _parts)
                part.WasRead |= value;
        }
    }

    public override T Record(int row, ReadOnlySpan<double> columns)
    {
        (RowRecords<T> part, int own) = At(row);
        return part.Record(own, columns);
    }

    public override RowOrigin<T>? OriginOf(int row)
    {
        (RowRecords<T> part, int own) = At(row);
        return part.OriginOf(own);
    }

    public override bool WritePixels(int row, int image, Span<float> pixels)
    {
        (RowRecords<T> part, int own) = At(row);
        return part.WritePixels(own, image, pixels);
    }

    private (RowRecords<T> Part, int Row) At(int row)
    {
        int found = Array.BinarySearch(_firsts, row);
        int part = found >= 0 ? found : ~found - 1;

        // Of batches that begin at the same row all but the last are empty.
        while (part + 1 < _firsts.Length && _firsts[part + 1] == row)
            part++;
        return (_parts[part], row - _firsts[part]);
    }
}
