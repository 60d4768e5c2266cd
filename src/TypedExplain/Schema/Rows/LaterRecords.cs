namespace TypedExplain.Schema.Rows;

/// <summary>The records of a batch from one row on.</summary>
/// <param name="source">Those of all; null where rows have none but what their columns stand for.</param>
/// <param name="first">The position of the first.</param>
/// <param name="count">How many there are.</param>
internal sealed class LaterRecords<T>(RowRecords<T>? source, int first, int count) : RowRecords<T>
    where T : IFeatureRecord<T>
{
    public override int Count => count;

    public override bool WasRead
    {
        get => source?.WasRead ?? base.WasRead;
        set
        {
            if (source is null)
                base.WasRead = value;
            else
                source.WasRead = value;
        }
    }

    public override T Record(int row, ReadOnlySpan<double> columns) => source is null ? T.Decode(columns) : source.Record(first + row, columns);

    public override RowOrigin<T>? OriginOf(int row) => source?.OriginOf(first + row);

    public override bool WritePixels(int row, int image, Span<float> pixels) => source?.WritePixels(first + row, image, pixels) == true;
}
